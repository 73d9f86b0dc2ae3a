package dev.influx.bench.harvest;

import dev.influx.schemas.topics.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one harvester does, and how it is told so on its command line.
 *
 * @param handles a list, one a line
 * @param runs where the harvester keeps its runs
 * @param parallel requests at a time, at most
 */
public record HarvestTask(
    URI api,
    String bootstrapServers,
    String registryUrl,
    String prefix,
    Path handles,
    Path runs,
    int parallel) {
  private static final String RUN = "bench";
  private static final String JOURNAL = "journal";

  public List<String> toArguments() {
    return List.of(
        "api=" + api,
        "bootstrap=" + bootstrapServers,
        "registry=" + registryUrl,
        "prefix=" + prefix,
        "handles=" + handles,
        "runs=" + runs,
        "parallel=" + parallel);
  }

  static HarvestTask parse(List<String> arguments) {
    Map<String, String> byName =
        arguments.stream()
            .map(argument -> argument.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return new HarvestTask(
        URI.create(byName.get("api")),
        byName.get("bootstrap"),
        byName.get("registry"),
        byName.get("prefix"),
        Path.of(byName.get("handles")),
        Path.of(byName.get("runs")),
        Integer.parseInt(byName.get("parallel")));
  }

  public Topics topics() {
    return new Topics(prefix);
  }

  /** Where the harvester notes whom it is done with. */
  public Path journal() {
    return runs.resolve(RUN).resolve(JOURNAL);
  }

  String run() {
    return RUN;
  }
}
