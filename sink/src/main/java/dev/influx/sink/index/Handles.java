package dev.influx.sink.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.sink.index.Shelf.Part;
import java.util.Arrays;
import java.util.Optional;

/**
 * The handles of all authors, which must differ: keys of a folded handle, a zero byte, and the id
 * of an author who has it. They are looked through only after one has come: most changes of an
 * author leave the handle as it is.
 */
final class Handles {
  private static final byte[] NOTHING = new byte[0];

  private final Shelf shelf;
  private boolean distinct = true;

  Handles(Shelf shelf) {
    this.shelf = shelf;
  }

  /** An author is now another entry than before, if there was one. */
  void replace(Optional<Entry> before, Entry now) {
    byte[] key = key(now);
    if (before.filter(old -> Arrays.equals(key(old), key)).isPresent()) {
      return;
    }
    before.ifPresent(this::remove);
    shelf.put(Part.HANDLES, key, NOTHING);
    distinct = false;
  }

  void remove(Entry entry) {
    shelf.delete(Part.HANDLES, key(entry));
  }

  /** Two authors of one handle, in words. */
  Optional<String> clash() {
    Optional<String> found = distinct ? Optional.empty() : search();
    distinct = found.isEmpty();
    return found;
  }

  /** Keys of one handle lie side by side. */
  private Optional<String> search() {
    String[] found = new String[1];
    byte[][] last = {NOTHING};
    shelf.look(
        Part.HANDLES,
        (key, value) -> {
          found[0] = clash(last[0], key);
          last[0] = key;
          return found[0] == null;
        });
    return Optional.ofNullable(found[0]);
  }

  /** What a sort key ends with. */
  private static byte[] key(Entry entry) {
    byte[] key = entry.key().bytes();
    return Arrays.copyOfRange(key, SortKey.NUMBERS, key.length);
  }

  /** In words, if both have the same handle; else null. */
  private static String clash(byte[] one, byte[] other) {
    int end = zero(one);
    if (end < 0 || end != zero(other) || !Arrays.equals(one, 0, end, other, 0, end)) {
      return null;
    }
    return "authors %s and %s both have the handle %s"
        .formatted(
            text(one, end + 1, one.length), text(other, end + 1, other.length), text(one, 0, end));
  }

  private static int zero(byte[] key) {
    for (int i = 0; i < key.length; i++) {
      if (key[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String text(byte[] key, int from, int to) {
    return new String(key, from, to - from, UTF_8);
  }
}
