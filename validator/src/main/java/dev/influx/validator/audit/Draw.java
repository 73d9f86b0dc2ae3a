package dev.influx.validator.audit;

import dev.influx.validator.audit.Lots.Lot;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The authors of one side with the smallest lots, and how many there were in all. */
final class Draw {
  /** Any order will do for observations of the same instant, if only it is always the same. */
  private static final Comparator<AuditedAuthor> AGE =
      Comparator.comparing(AuditedAuthor::seenAt).thenComparing(AuditedAuthor::toString);

  private final int room;
  private final TreeMap<Lot, AuditedAuthor> drawn = new TreeMap<>();
  private long seen;

  Draw(int room) {
    this.room = room;
  }

  void add(Lot lot, AuditedAuthor author) {
    seen++;
    if (drawn.size() < room || (room > 0 && lot.compareTo(drawn.lastKey()) <= 0)) {
      drawn.merge(lot, author, (one, other) -> isLater(one, other) ? one : other);
      if (drawn.size() > room) {
        drawn.pollLastEntry();
      }
    }
  }

  static boolean isLater(AuditedAuthor one, AuditedAuthor other) {
    return AGE.compare(one, other) > 0;
  }

  Optional<AuditedAuthor> find(Lot lot) {
    return Optional.ofNullable(drawn.get(lot));
  }

  Stream<Map.Entry<Lot, AuditedAuthor>> inOrder() {
    return drawn.entrySet().stream();
  }

  long seen() {
    return seen;
  }
}
