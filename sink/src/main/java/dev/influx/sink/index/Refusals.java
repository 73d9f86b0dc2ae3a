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
 * The authors who are rejected, counted by reason. A cut may go between the two halves of a change
 * that are in two topics: whoever is in the list at the cut is not counted here, so that nobody is
 * counted twice.
 */
final class Refusals {
  private final Shelf shelf;
  private final Map<String, Long> byCode = new HashMap<>();
  private long authors;

  Refusals(Shelf shelf) {
    this.shelf = shelf;
  }

  void take(Refused change, boolean isListed) {
    byte[] id = change.id().getBytes(UTF_8);
    if (!isListed) {
      codes(id).ifPresent(before -> count(before, -1));
    }
    if (change.codes().isEmpty()) {
      shelf.delete(Part.REFUSED, id);
      return;
    }
    shelf.put(Part.REFUSED, id, String.join("\n", change.codes()).getBytes(UTF_8));
    if (!isListed) {
      count(change.codes(), 1);
    }
  }

  /** The author is in the list from now on. */
  void listed(byte[] id) {
    codes(id).ifPresent(known -> count(known, -1));
  }

  /** The author is no longer in the list. */
  void unlisted(byte[] id) {
    codes(id).ifPresent(known -> count(known, 1));
  }

  private Optional<List<String>> codes(byte[] id) {
    return shelf
        .get(Part.REFUSED, id)
        .map(codes -> List.of(new String(codes, UTF_8).split("\n", -1)));
  }

  private void count(List<String> codes, long step) {
    authors += step;
    for (String code : codes) {
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
}
