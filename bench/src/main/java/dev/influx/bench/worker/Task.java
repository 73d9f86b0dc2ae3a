package dev.influx.bench.worker;

import dev.influx.lists.policies.Policies;
import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import dev.influx.scorer.replay.Shadow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one worker process does, and how it is told so on its command line.
 *
 * @param application the group, and the prefix of transactional ids and changelogs
 */
public record Task(
    Level level,
    String bootstrapServers,
    String registryUrl,
    String prefix,
    String application,
    Path stateDirectory,
    int threads,
    Duration commitInterval) {

  public List<String> toArguments() {
    return List.of(
        "level=" + level,
        "bootstrap=" + bootstrapServers,
        "registry=" + registryUrl,
        "prefix=" + prefix,
        "application=" + application,
        "state=" + stateDirectory,
        "threads=" + threads,
        "commit=" + commitInterval);
  }

  /** The same for {@code influx scorer run}. */
  public String toConfiguration() {
    return String.join(
        "\n",
        "kafka:",
        "  bootstrap_servers: " + bootstrapServers,
        "registry:",
        "  url: " + registryUrl,
        "topics:",
        "  prefix: " + prefix,
        "scorer:",
        "  store: " + level.stores().orElseThrow().name().toLowerCase(Locale.ROOT),
        "  state_dir: " + stateDirectory,
        "  threads: " + threads,
        "  policy: " + Policies.bundled().theDefault().allowingSimulated().id(),
        "  commit_interval: " + commitInterval.toMillis() + "ms",
        "  properties:",
        "    application.id: " + application,
        "");
  }

  static Task parse(List<String> arguments) {
    Map<String, String> byName =
        arguments.stream()
            .map(argument -> argument.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    Function<String, String> value = byName::get;
    return new Task(
        Level.valueOf(value.apply("level")),
        value.apply("bootstrap"),
        value.apply("registry"),
        value.apply("prefix"),
        value.apply("application"),
        Path.of(value.apply("state")),
        Integer.parseInt(value.apply("threads")),
        Duration.parse(value.apply("commit")));
  }

  /** The name of an application that works on a level, and that no other has. */
  public static String application(Level level, Topics live, int number) {
    return level == Level.REPLAY
        ? Shadow.of(live, "bench-" + number).application()
        : "bench-" + level.name().toLowerCase(Locale.ROOT) + "-" + number;
  }

  /** What is written to; a replay reads from the raw topic of its installation all the same. */
  public Topics topics() {
    return shadow().map(Shadow::topics).orElse(live());
  }

  Topics live() {
    return new Topics(prefix);
  }

  /** What a replay makes. */
  Optional<Shadow> shadow() {
    return Optional.of(application)
        .filter(name -> level == Level.REPLAY)
        .map(name -> Shadow.of(live(), name.substring((prefix + "replay.").length())));
  }

  /** Where the copy loop writes. */
  public String copies() {
    return copies(topics());
  }

  public static String copies(Topics topics) {
    return topics.prefix() + "copies";
  }

  /** Where the state of the authors is logged: the name that Kafka Streams derives. */
  public String changelog() {
    return application + "-authors-changelog";
  }

  KafkaConnection kafka() {
    return KafkaConnection.to(bootstrapServers);
  }
}
