package dev.influx.embedded.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** The schemas of all subjects, in memory and in a journal that outlives the process. */
public final class SchemaRegistry implements AutoCloseable {
  private final Catalogue catalogue;
  private final Journal journal;

  private SchemaRegistry(Catalogue catalogue, Journal journal) {
    this.catalogue = catalogue;
    this.journal = journal;
  }

  /** Reads the journal, or begins one; the file must not be in use by another registry. */
  public static SchemaRegistry open(Path file) throws IOException {
    Catalogue catalogue = new Catalogue();
    Journal journal = Journal.open(file, change -> change.applyTo(catalogue));
    return new SchemaRegistry(catalogue, journal);
  }

  /** To look things up in. */
  Catalogue catalogue() {
    return catalogue;
  }

  /** Answers when the change that goes with the answer is on disk; one decision at a time. */
  synchronized <T> T decide(Function<Catalogue, Decision<T>> request) {
    Decision<T> decision = request.apply(catalogue);
    decision.change().ifPresent(this::keep);
    return decision.answer();
  }

  private void keep(Change change) {
    try {
      journal.append(change);
    } catch (IOException e) {
      Refusal refusal = ErrorCode.STORE_FAILED.refuse(e.getMessage());
      refusal.initCause(e);
      throw refusal;
    }
    change.applyTo(catalogue);
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
  }
}
