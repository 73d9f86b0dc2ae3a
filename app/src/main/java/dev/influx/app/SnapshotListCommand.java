package dev.influx.app;

import dev.influx.sink.files.StoredSnapshot;
import dev.influx.sink.snapshot.Manifest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every snapshot that is kept. */
@Command(
    name = "list",
    header = "Shows the snapshots that are kept, the newest first.",
    footer = {"  influx snapshot list", "  influx snapshot list --format json | jq .[0].id"})
final class SnapshotListCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private Snapshots snapshots;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  SnapshotListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<StoredSnapshot> all = snapshots.archive(session).list();
    switch (format) {
      case TABLE -> table(all).lines().forEach(session.out()::println);
      case JSON -> session.printJson(all.stream().map(SnapshotListCommand::json).toList());
    }
    return ExitCode.OK.code();
  }

  private static Table table(List<StoredSnapshot> all) {
    Table table =
        new Table("SNAPSHOT", "AUTHORS", "ADDED", "UPDATED", "WITHDRAWN", "POLICY")
            .rightAligned(1, 2, 3, 4);
    for (StoredSnapshot each : all) {
      Manifest manifest = each.manifest();
      table.add(
          each.name(),
          Long.toString(manifest.count()),
          Long.toString(manifest.counts().added()),
          Long.toString(manifest.counts().updated()),
          Long.toString(manifest.counts().withdrawn()),
          policy(manifest) + (manifest.forced() == null ? "" : " (forced)"));
    }
    return table;
  }

  private static String policy(Manifest manifest) {
    return manifest.policy() == null ? "-" : manifest.policy().id();
  }

  private static Map<String, Object> json(StoredSnapshot snapshot) {
    Manifest manifest = snapshot.manifest();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", snapshot.name());
    json.put("id", manifest.snapshotId());
    json.put("created_at", manifest.createdAt().toString());
    json.put("authors", manifest.count());
    json.put("added", manifest.counts().added());
    json.put("updated", manifest.counts().updated());
    json.put("withdrawn", manifest.counts().withdrawn());
    json.put("policy", manifest.policy() == null ? null : manifest.policy().id());
    json.put("forced", manifest.forced() == null ? null : manifest.forced().reason());
    return json;
  }
}
