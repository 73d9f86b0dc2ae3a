package dev.influx.lists.seeds;

import java.util.List;
import java.util.Optional;

/**
 * One record of a CSV text.
 *
 * @param line where it starts
 * @param columns how many it has, which may be more than are kept in {@code fields}
 * @param flaw the first breach of the CSV grammar in it
 */
public record CsvRecord(int line, int columns, List<String> fields, Optional<Flaw> flaw) {

  public CsvRecord {
    fields = List.copyOf(fields);
  }

  /** A breach of the CSV grammar and its line, which may be below the start of the record. */
  public record Flaw(int line, String what, String remedy) {}
}
