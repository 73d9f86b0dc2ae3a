package dev.influx.sink.files;

import dev.influx.sink.changes.ChangeFile;
import dev.influx.sink.snapshot.Manifest;
import dev.influx.sink.snapshot.Manifest.ChangeCounts;
import dev.influx.sink.snapshot.Manifest.Publication;
import dev.influx.sink.snapshot.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All files of a snapshot on the disk, none of them in its place. Closed without having been put
 * there, they are gone.
 */
final class Draft implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path data;
  private final SnapshotArchive archive;
  private final List<StagedFile> staged = new ArrayList<>();
  private Manifest manifest;

  private Draft(Path data, SnapshotArchive archive) {
    this.data = data;
    this.archive = archive;
  }

  static Draft of(Snapshot snapshot, Path data, Occasion occasion, Optional<String> previous)
      throws IOException {
    Draft draft = new Draft(data, SnapshotArchive.of(data));
    boolean whole = false;
    try {
      draft.write(snapshot, occasion, previous);
      whole = true;
      return draft;
    } finally {
      if (!whole) {
        draft.close();
      }
    }
  }

  private void write(Snapshot snapshot, Occasion occasion, Optional<String> previous)
      throws IOException {
    Path own = archive.stage();
    StagedFile lines = begin(PublishDirectory.LATEST);
    StagedFile packed = begin(PublishDirectory.PACKED);
    writeLines(snapshot, lines, packed);
    StagedFile changes = stage(StagedFile.begin(own.resolve(StoredSnapshot.CHANGES)));
    ChangeCounts counts = writeChanges(snapshot, changes);
    lines.finish();
    packed.finish();
    long count = snapshot.count();
    manifest =
        Manifest.of(
            snapshot,
            new Publication(
                lines.describe(count),
                List.of(lines.describe(count), packed.describe(count)),
                occasion.at(),
                previous,
                counts,
                occasion.forced()));
    stage(
        StagedFile.write(
            data.resolve(PublishDirectory.MANIFEST), out -> out.write(manifest.toJson())));
    link(packed.draft(), own.resolve(StoredSnapshot.AUTHORS));
    changes.putInPlace();
    long changed = counts.added() + counts.updated() + counts.removed();
    describe(
        own,
        List.of(
            packed.describeAs(StoredSnapshot.AUTHORS, count),
            changes.describeAs(StoredSnapshot.CHANGES, changed)));
  }

  private StagedFile begin(String name) throws IOException {
    return stage(StagedFile.begin(data.resolve(name)));
  }

  private StagedFile stage(StagedFile file) {
    staged.add(file);
    return file;
  }

  /** Both files from the same bytes, in one pass; the disk is not waited for. */
  private static void writeLines(Snapshot snapshot, StagedFile lines, StagedFile packed)
      throws IOException {
    try (BlockGzip gzip = new BlockGzip(packed)) {
      snapshot.writeTo(new Both(lines, gzip));
      gzip.finish();
    }
    lines.complete();
    packed.complete();
  }

  private static ChangeCounts writeChanges(Snapshot snapshot, StagedFile file) throws IOException {
    try (BlockGzip gzip = new BlockGzip(file)) {
      OutputStream out = new BufferedOutputStream(gzip, BUFFER_BYTES);
      ChangeCounts counts = ChangeFile.write(snapshot.content(), out);
      out.flush();
      gzip.finish();
      file.finish();
      return counts;
    }
  }

  /** A second name costs nothing; where a file system has none, a second copy. */
  private static void link(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(file, name);
    }
  }

  private void describe(Path own, List<Manifest.File> files) throws IOException {
    byte[] described = manifest.beside(files).toJson();
    Manifest.File itself = write(own.resolve(PublishDirectory.MANIFEST), described);
    StringBuilder sums = new StringBuilder();
    for (Manifest.File file : files) {
      sums.append(file.sha256()).append("  ").append(file.path()).append('\n');
    }
    sums.append(itself.sha256()).append("  ").append(itself.path()).append('\n');
    write(own.resolve(StoredSnapshot.SUMS), sums.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static Manifest.File write(Path target, byte[] bytes) throws IOException {
    try (StagedFile file = StagedFile.write(target, out -> out.write(bytes))) {
      file.putInPlace();
      return file.describe(1);
    }
  }

  /** The archive first: what latest.jsonl holds is there under its own name at any moment. */
  Manifest publish() throws IOException {
    archive.add(SnapshotArchive.nameOf(manifest.snapshotId(), manifest.createdAt()));
    for (StagedFile file : staged) {
      if (!file.isInPlace()) {
        file.putInPlace();
      }
    }
    return manifest;
  }

  @Override
  public void close() throws IOException {
    for (StagedFile file : staged) {
      file.close();
    }
    archive.discard();
  }

  /** Writes everything twice. */
  private static final class Both extends OutputStream {
    private final OutputStream one;
    private final OutputStream other;

    Both(OutputStream one, OutputStream other) {
      this.one = one;
      this.other = other;
    }

    @Override
    public void write(int each) throws IOException {
      one.write(each);
      other.write(each);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      one.write(bytes, offset, length);
      other.write(bytes, offset, length);
    }
  }
}
