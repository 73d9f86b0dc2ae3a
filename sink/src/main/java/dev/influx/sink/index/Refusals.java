package dev.influx.sink.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.sink.index.Shelf.Part;
import dev.influx.sink.snapshot.AuthorChange.Refused;
import dev.influx.sink.snapshot.Figures.Rejected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The authors who are rejected, counted by reason and by policy. A cut may go between the two
 * halves of a change that are in two topics: whoever is in the list at the cut is not counted here,
 * so that nobody is counted twice.
 */
final class Refusals {
  private final Shelf shelf;
  private final Map<String, Long> byCode = new HashMap<>();
  private final Map<String, Long> byPolicy = new HashMap<>();
  private long authors;

  Refusals(Shelf shelf) {
    this.shelf = shelf;
  }

  void take(Refused change, boolean isListed) {
    byte[] id = change.id().getBytes(UTF_8);
    if (!isListed) {
      unlessUnknown(id, -1);
    }
    if (change.codes().isEmpty()) {
      shelf.delete(Part.REFUSED, id);
      return;
    }
    shelf.put(Part.REFUSED, id, bytes(change));
    if (!isListed) {
      count(change, 1);
    }
  }

  /** The author is in the list from now on. */
  void listed(byte[] id) {
    unlessUnknown(id, -1);
  }

  /** The author is no longer in the list. */
  void unlisted(byte[] id) {
    unlessUnknown(id, 1);
  }

  private void unlessUnknown(byte[] id, long step) {
    shelf.get(Part.REFUSED, id).ifPresent(bytes -> count(read(new String(id, UTF_8), bytes), step));
  }

  private static byte[] bytes(Refused change) {
    String codes = String.join("\n", change.codes());
    return (change.policySha256().orElse("") + "\n" + codes).getBytes(UTF_8);
  }

  private static Refused read(String id, byte[] bytes) {
    List<String> parts = List.of(new String(bytes, UTF_8).split("\n", -1));
    return new Refused(
        id,
        Optional.of(parts.get(0)).filter(policy -> !policy.isEmpty()),
        parts.subList(1, parts.size()));
  }

  private void count(Refused change, long step) {
    authors += step;
    change.policySha256().ifPresent(policy -> byPolicy.merge(policy, step, Refusals::sum));
    for (String code : change.codes()) {
      byCode.merge(code, step, Refusals::sum);
    }
  }

  /** Nothing is kept of what nobody has any more. */
  private static Long sum(Long before, Long step) {
    long after = before + step;
    return after == 0 ? null : Long.valueOf(after);
  }

  Rejected figures() {
    return new Rejected(authors, new TreeMap<>(byCode));
  }

  /** How many were rejected by another policy than this one. */
  long underOthersThan(String policySha256) {
    long all = byPolicy.values().stream().mapToLong(Long::longValue).sum();
    return all - byPolicy.getOrDefault(policySha256, 0L);
  }
}
