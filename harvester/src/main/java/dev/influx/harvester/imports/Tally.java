package dev.influx.harvester.imports;

import dev.influx.harvester.publish.ImportedRecord;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what becomes of pieces. */
final class Tally {
  /** Envelopes may be nested in more ways than anybody wants to read. */
  private static final int MOST_SHAPES = 64;

  private final SortedMap<String, Long> notFound = new TreeMap<>();
  private final Map<Fault, Long> quarantined = new EnumMap<>(Fault.class);
  private final SortedMap<String, Long> shapes = new TreeMap<>();
  private final Map<Doubt, Long> doubts = new EnumMap<>(Doubt.class);
  private long published;
  private long passedOver;
  private long forgotten;

  void kept(Piece piece, Verdict.Kept kept) {
    if (kept.record() instanceof ImportedRecord.Missing missing) {
      String ending = missing.outcome().getOutcome().name().toLowerCase(Locale.ROOT);
      notFound.merge(ending, 1L, Long::sum);
    } else {
      published++;
      shape(piece);
      kept.doubts().forEach(doubt -> doubts.merge(doubt, 1L, Long::sum));
    }
  }

  private void shape(Piece piece) {
    String shape = piece.fold(Piece.Leaf::shape, broken -> "", noObject -> "");
    boolean room = shapes.size() < MOST_SHAPES || shapes.containsKey(shape);
    shapes.merge(room ? shape : "others", 1L, Long::sum);
  }

  void refused(Fault fault) {
    quarantined.merge(fault, 1L, Long::sum);
  }

  void passed() {
    passedOver++;
  }

  void forgotten() {
    forgotten++;
  }

  ImportCounts counts() {
    return new ImportCounts(
        published, notFound, quarantined, passedOver, forgotten, shapes, doubts);
  }
}
