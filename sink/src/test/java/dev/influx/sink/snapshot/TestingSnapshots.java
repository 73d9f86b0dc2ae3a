package dev.influx.sink.snapshot;

import dev.influx.runtime.files.DirectoryTree;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.index.AuthorIndex;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Snapshots made the way that a sink makes them, which outlive the index that they come from. */
public final class TestingSnapshots {
  private TestingSnapshots() {}

  public static Snapshot of(Cut cut, Collection<ScoredProfile> authors) {
    try {
      Path directory = Files.createTempDirectory("influx-index");
      try (AuthorIndex index = AuthorIndex.in(directory)) {
        authors.forEach(author -> index.apply(new Upserted(author)));
        return kept(index.at(cut).fold(snapshot -> snapshot, TestingSnapshots::fail));
      } finally {
        DirectoryTree.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Snapshot fail(Candidate.Withheld withheld) {
    return withheld
        .aside()
        .orElseThrow(() -> new AssertionError("it is withheld: " + withheld.why()));
  }

  private static Snapshot kept(Snapshot snapshot) throws IOException {
    List<byte[][]> changes = new ArrayList<>();
    snapshot.content().forEachChange((before, after) -> changes.add(new byte[][] {before, after}));
    byte[] lines = bytes(snapshot);
    return new Snapshot(
        snapshot.cut(),
        snapshot.policy(),
        snapshot.figures(),
        new Content() {
          @Override
          public void writeLines(OutputStream out) throws IOException {
            out.write(lines);
          }

          @Override
          public void forEachChange(ChangeTaker taker) throws IOException {
            for (byte[][] change : changes) {
              taker.take(change[0], change[1]);
            }
          }
        });
  }

  public static byte[] bytes(Snapshot snapshot) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      snapshot.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
