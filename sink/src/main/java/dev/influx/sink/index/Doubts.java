package dev.influx.sink.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.sink.index.Shelf.Part;
import dev.influx.sink.snapshot.AuthorChange.Doubtful;
import dev.influx.sink.snapshot.Candidate.Cause;
import dev.influx.sink.snapshot.Candidate.Withheld;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The authors for whom no list may go out: any list, with or without them, could be wrong. */
final class Doubts {
  private final Shelf shelf;
  private final Map<Cause, Long> counts = new EnumMap<>(Cause.class);

  Doubts(Shelf shelf) {
    this.shelf = shelf;
  }

  /** Whether this was not known yet. */
  boolean raise(Doubtful doubt) {
    byte[] key = doubt.id().getBytes(UTF_8);
    Optional<Doubtful> before = shelf.get(Part.DOUBTS, key).map(bytes -> read(doubt.id(), bytes));
    before.ifPresent(known -> count(known.cause(), -1));
    count(doubt.cause(), 1);
    String text = String.join("\n", doubt.cause().name(), doubt.where(), doubt.why());
    shelf.put(Part.DOUBTS, key, text.getBytes(UTF_8));
    return before.filter(doubt::equals).isEmpty();
  }

  private static Doubtful read(String id, byte[] bytes) {
    String[] parts = new String(bytes, UTF_8).split("\n", 3);
    return new Doubtful(id, Cause.valueOf(parts[0]), parts[1], parts[2]);
  }

  private void count(Cause cause, long step) {
    counts.merge(cause, step, (before, more) -> before + more == 0 ? null : before + more);
  }

  /** Whether there was a doubt about the author. */
  boolean settle(String id) {
    if (isEmpty()) {
      return false;
    }
    byte[] key = id.getBytes(UTF_8);
    Optional<Doubtful> known = shelf.get(Part.DOUBTS, key).map(bytes -> read(id, bytes));
    known.ifPresent(
        doubt -> {
          count(doubt.cause(), -1);
          shelf.delete(Part.DOUBTS, key);
        });
    return known.isPresent();
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Names the first of them; there is one. */
  Withheld withheld() {
    Doubtful[] first = new Doubtful[1];
    shelf.look(
        Part.DOUBTS,
        (key, value) -> {
          first[0] = read(new String(key, UTF_8), value);
          return false;
        });
    return withheld(first[0]);
  }

  private Withheld withheld(Doubtful first) {
    return new Withheld(
        first.cause(),
        "%d author(s) %s, the first at %s: %s"
            .formatted(
                counts.get(first.cause()), lament(first.cause()), first.where(), first.why()));
  }

  private static String lament(Cause cause) {
    return switch (cause) {
      case GATES -> "do not pass the gates that are asked again";
      case UNKNOWN_POLICY -> "were judged by a policy that is not known here";
      case SCHEMA -> "make no line that fulfils the schema";
      default -> "cannot be read";
    };
  }
}
