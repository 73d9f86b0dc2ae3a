package dev.influx.monitor.service;

import dev.influx.monitor.board.BoardSettings;
import dev.influx.monitor.facts.Actions;
import dev.influx.monitor.web.Site;
import dev.influx.monitor.web.WebSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a monitor is started with.
 *
 * @param history the file in which the lag of the last day is kept
 * @param ofReplay which groups a replay owns
 * @param actions what people can change, if anything
 * @param published files that have an address besides the page
 */
public record MonitorSettings(
    WebSettings web,
    BoardSettings board,
    Path history,
    Predicate<String> ofReplay,
    Optional<Actions> actions,
    Site published) {}
