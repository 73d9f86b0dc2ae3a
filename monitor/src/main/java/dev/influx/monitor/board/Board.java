package dev.influx.monitor.board;

import dev.influx.monitor.ClusterLag;
import dev.influx.monitor.LagMonitor;
import dev.influx.monitor.facts.Neighbours;
import dev.influx.monitor.results.Results;
import dev.influx.monitor.results.ResultsReader;
import dev.influx.monitor.web.EventStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Composes what is shown every other second, and hands it on to whoever follows. */
public final class Board implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Board.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration WRITE_EVERY = Duration.ofMinutes(1);

  private final BoardSettings settings;
  private final LagMonitor lag;
  private final ResultsReader results;
  private final Neighbours neighbours;
  private final FactsReader facts;
  private final EventStream events;
  private final InstantSource clock;
  private final LagSeries series;
  private final SeriesFile kept;
  private final Marks marks;
  private final MarksFile keptMarks;
  private final Collector collector;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "influx-monitor-board");
  private Optional<Instant> noted = Optional.empty();
  private Instant written;

  private Board(BoardSettings settings, Sources sources, EventStream events, InstantSource clock) {
    this.settings = settings;
    this.lag = sources.lag();
    this.results = sources.results();
    this.neighbours = sources.neighbours();
    this.facts = FactsReader.start(neighbours);
    this.events = events;
    this.clock = clock;
    this.collector = new Collector(settings.interval(), clock.instant());
    this.series = new LagSeries(settings.interval());
    this.kept = new SeriesFile(settings.series());
    this.marks = new Marks(settings.scorer());
    this.keptMarks = new MarksFile(settings.series().resolveSibling("marks"));
    this.written = clock.instant();
    remember();
    marks.add(written, Marks.Kind.DEPLOY, "monitor of influx " + settings.version() + " started");
    thread.setDaemon(true);
  }

  /** What an earlier process has drawn, or else what it has seen. */
  private void remember() {
    String replays = settings.topics().prefix() + "replay.";
    try {
      if (!kept.readInto(series)) {
        lag.readPast(past -> series.add(past, group -> !group.startsWith(replays)));
      }
      keptMarks.readInto(marks);
    } catch (IOException e) {
      LOG.warn("the lag of the last day is not drawn: {}", e.toString());
    }
  }

  /** Where what is shown comes from. */
  public record Sources(LagMonitor lag, ResultsReader results, Neighbours neighbours) {}

  /** Begins at once. The sources are not closed with it. */
  public static Board start(
      BoardSettings settings, Sources sources, EventStream events, InstantSource clock) {
    Board board = new Board(settings, sources, events, clock);
    board.thread.start();
    return board;
  }

  /** All that is known now. */
  public Moment moment() {
    return new Moment(
        clock.instant(), lag.latest(), results.latest(), facts.latest(), neighbours.parts());
  }

  LagSeries series() {
    return series;
  }

  Marks marks() {
    return marks;
  }

  BoardSettings settings() {
    return settings;
  }

  Neighbours neighbours() {
    return neighbours;
  }

  /** What others know is asked for anew: somebody has changed it. */
  void askAgain() {
    facts.wake();
  }

  EventStream events() {
    return events;
  }

  private void run() {
    try {
      do {
        compose();
        if (written.plus(WRITE_EVERY).isBefore(clock.instant())) {
          write();
        }
      } while (!stopping.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    written = clock.instant();
    try {
      kept.write(series);
      keptMarks.write(marks);
    } catch (IOException e) {
      LOG.warn("the lag of the last day is not kept: {}", e.toString());
    }
  }

  /** One that cannot be composed must not be the last. */
  private void compose() {
    try {
      Moment now = moment();
      note(now.lag());
      marks.note(now);
      Map<String, Object> health = collector.json(now, lag.looks(), events, series);
      events.publish(
          Json.of(new StateDocument(settings, series, now, remarks(now)).compose(health)));
    } catch (RuntimeException e) {
      LOG.warn("the state was not composed", e);
      events.beat();
    }
  }

  private void note(ClusterLag seen) {
    if (seen.at().isPresent() && !seen.at().equals(noted) && seen.stale().isEmpty()) {
      noted = seen.at();
      series.add(seen);
    }
  }

  private Map<String, String> remarks(Moment now) {
    Map<String, String> remarks = new HashMap<>();
    results.trouble().ifPresent(it -> putResults(remarks, "the topics of results: " + it));
    if (!now.results().map(Results::complete).orElse(false) && results.trouble().isEmpty()) {
      putResults(remarks, "what stands in the topics is still being counted");
    }
    now.results()
        .filter(it -> it.unreadable() > 0)
        .ifPresent(it -> putResults(remarks, it.unreadable() + " results could not be read"));
    if (!now.lag().remarks().isEmpty()) {
      remarks.put("groups", String.join("; ", now.lag().remarks()));
    }
    if (!settings.hasActions()) {
      remarks.put("actions", "this monitor has no token, without which nothing can be changed");
    }
    return remarks;
  }

  private static void putResults(Map<String, String> remarks, String remark) {
    remarks.put("rates", remark);
    remarks.put("scores", remark);
  }

  @Override
  public void close() {
    stopping.countDown();
    facts.close();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    write();
  }
}
