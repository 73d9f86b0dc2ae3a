package dev.influx.app;

import dev.influx.monitor.facts.SnapshotFacts;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The snapshots in a data directory, as their manifests describe them, for the page. */
final class PageSnapshots {
  private static final Logger LOG = LoggerFactory.getLogger(PageSnapshots.class);
  private static final int MOST = 10;
  private static final String LIST = "latest.jsonl";
  private static final List<String> LATEST = List.of(LIST, "latest.jsonl.gz", PageManifest.FILE);

  /** The list itself is kept packed only. */
  private static final List<String> KEPT =
      List.of("authors.jsonl.gz", "changes.jsonl.gz", PageManifest.FILE, "SHA256SUMS");

  private final Path data;
  private final PageVerification verification = new PageVerification();

  PageSnapshots(Path data) {
    this.data = data;
  }

  /** The newest first; none where nothing was published. */
  List<SnapshotFacts> read(Instant now) {
    Map<String, Kept> all = new HashMap<>();
    for (Path directory : directories()) {
      PageManifest.in(directory)
          .ifPresent(it -> all.put(it.id(), new Kept(it, Optional.of(directory))));
    }
    Optional<PageManifest> current = PageManifest.in(data);
    current.ifPresent(it -> all.putIfAbsent(it.id(), new Kept(it, Optional.empty())));
    List<Kept> newest =
        all.values().stream()
            .sorted(Comparator.comparing((Kept it) -> it.manifest().at()).reversed())
            .limit(MOST)
            .toList();
    verify(current, newest, now);
    Optional<String> published = current.map(PageManifest::id);
    return newest.stream()
        .map(it -> facts(it, published.equals(Optional.of(it.manifest().id()))))
        .toList();
  }

  /**
   * A snapshot that was found.
   *
   * @param place where it is kept, besides being published
   */
  private record Kept(PageManifest manifest, Optional<Path> place) {}

  private void verify(Optional<PageManifest> current, List<Kept> newest, Instant now) {
    current.ifPresent(it -> verification.ofList(data, LIST, it, now));
    Map<Path, PageManifest> archives = new LinkedHashMap<>();
    newest.forEach(it -> it.place().ifPresent(place -> archives.put(place, it.manifest())));
    verification.forgetBut(newest.stream().map(it -> it.manifest().id()).toList());
    verification.ofArchives(archives, KEPT, now);
  }

  /** The addresses at which the server of the monitor has them. */
  private List<String> files(Path directory, List<String> names) {
    return names.stream()
        .map(directory::resolve)
        .filter(Files::isRegularFile)
        .map(file -> "/" + data.relativize(file).toString().replace(File.separatorChar, '/'))
        .toList();
  }

  private List<Path> directories() {
    Path snapshots = data.resolve("snapshots");
    if (!Files.isDirectory(snapshots)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(snapshots)) {
      return all.sorted(Comparator.<Path>naturalOrder().reversed()).limit(MOST).toList();
    } catch (IOException e) {
      LOG.debug("the snapshots in {} cannot be listed", snapshots, e);
      return List.of();
    }
  }

  private SnapshotFacts facts(Kept kept, boolean current) {
    PageManifest manifest = kept.manifest();
    List<String> files = new ArrayList<>(current ? files(data, LATEST) : List.of());
    kept.place().ifPresent(it -> files.addAll(files(it, KEPT)));
    return new SnapshotFacts(
        manifest.id(),
        manifest.at(),
        manifest.count(),
        manifest.bytes(),
        manifest.sha256(),
        manifest.judge(),
        manifest.scoreVersion(),
        manifest.rejected(),
        manifest.withdrawn(),
        manifest.changes(),
        verification.of(manifest.id()),
        current,
        files,
        manifest.spread());
  }
}
