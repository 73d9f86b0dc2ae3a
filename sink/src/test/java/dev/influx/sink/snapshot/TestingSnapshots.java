package dev.influx.sink.snapshot;

import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** Snapshots made the way that a sink makes them. */
public final class TestingSnapshots {
  private TestingSnapshots() {}

  public static Snapshot of(Cut cut, Collection<ScoredProfile> authors) {
    AuthorIndex index = new AuthorIndex();
    authors.forEach(author -> index.apply(new Upserted(author)));
    return index
        .at(cut)
        .fold(
            snapshot -> snapshot,
            withheld -> {
              throw new AssertionError(withheld.why());
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
