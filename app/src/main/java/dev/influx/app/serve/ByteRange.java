package dev.influx.app.serve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that is asked for.
 *
 * @param to the first byte that is no longer wanted
 */
record ByteRange(long from, long to) {
  /** More digits than these would not fit; no file is that long. */
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  static ByteRange whole(long size) {
    return new ByteRange(0, size);
  }

  /**
   * Empty for what is not one range of bytes: the whole file answers that as well. A range of which
   * the file has nothing is {@link #isEmpty empty} itself.
   */
  static Optional<ByteRange> parse(String header, long size) {
    Matcher parts = ONE.matcher(header.strip());
    if (!parts.matches() || (parts.group(1).isEmpty() && parts.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (parts.group(1).isEmpty()) {
      return Optional.of(new ByteRange(size - Math.min(size, number(parts.group(2))), size));
    }
    long from = number(parts.group(1));
    long last = parts.group(2).isEmpty() ? Long.MAX_VALUE - 1 : number(parts.group(2));
    return last < from
        ? Optional.empty()
        : Optional.of(new ByteRange(from, Math.min(size, last + 1)));
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }

  long length() {
    return to - from;
  }

  boolean isEmpty() {
    return to <= from;
  }

  /** As the answer names it. */
  String of(long size) {
    return "bytes " + from + "-" + (to - 1) + "/" + size;
  }
}
