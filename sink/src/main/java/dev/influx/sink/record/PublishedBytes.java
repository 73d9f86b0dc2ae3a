package dev.influx.sink.record;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Facts of a published line, found in its bytes without reading the rest of it. */
public final class PublishedBytes {
  private static final byte[] ID = "{\"id\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HANDLE = "\",\"handle\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SCORE = "\"meta\":{\"score\":".getBytes(StandardCharsets.US_ASCII);

  private PublishedBytes() {}

  /** The id, which is the first of its fields. */
  public static byte[] id(byte[] line) {
    if (!Arrays.equals(line, 0, Math.min(ID.length, line.length), ID, 0, ID.length)) {
      throw new IllegalArgumentException("a published line begins with its id");
    }
    int end = ID.length;
    while (line[end] != '"') {
      end++;
    }
    return Arrays.copyOfRange(line, ID.length, end);
  }

  /** The handle, which is the second of its fields. */
  public static String handle(byte[] line) {
    int begin = ID.length + id(line).length + HANDLE.length;
    int end = begin;
    while (line[end] != '"') {
      end++;
    }
    return new String(line, begin, end - begin, StandardCharsets.UTF_8);
  }

  /** The published score, in tenths of a point. */
  public static long tenths(byte[] line) {
    for (int at = 0; at < line.length - SCORE.length; at++) {
      if (line[at] == '"' && Arrays.equals(line, at, at + SCORE.length, SCORE, 0, SCORE.length)) {
        return number(line, at + SCORE.length);
      }
    }
    throw new IllegalArgumentException("a published line has a score");
  }

  /** The place among all. */
  public static long rank(byte[] line) {
    int at = LineTemplate.of(line).gaps().rank();
    long rank = 0;
    while (line[at] >= '0' && line[at] <= '9') {
      rank = rank * 10 + line[at++] - '0';
    }
    return rank;
  }

  private static long number(byte[] line, int from) {
    int end = from;
    while (line[end] != ',') {
      end++;
    }
    return tenths(new BigDecimal(new String(line, from, end - from, StandardCharsets.US_ASCII)));
  }

  /** As every score is published: one decimal, half-even on the exact binary value. */
  public static long tenths(double score) {
    return tenths(new BigDecimal(score));
  }

  private static long tenths(BigDecimal score) {
    return score.setScale(1, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
  }
}
