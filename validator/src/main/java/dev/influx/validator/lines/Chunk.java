package dev.influx.validator.lines;

import java.nio.charset.StandardCharsets;

/** Some whole lines of a file, as the bytes that they were read as. */
public final class Chunk {
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final byte[] bytes;
  private final int length;
  private final long firstLine;
  private final long lines;

  /**
   * Takes the bytes as they are: nobody may change them any more.
   *
   * @param length how many of them there are lines in
   */
  Chunk(byte[] bytes, int length, long firstLine) {
    this.bytes = bytes;
    this.length = length;
    this.firstLine = firstLine;
    this.lines = count();
  }

  /** Takes the bytes of a line, without what ends it. */
  @FunctionalInterface
  public interface LineConsumer {
    void accept(byte[] bytes, int from, int length, long number);
  }

  /** Leaves out lines of blanks, and a byte order mark at the beginning of the file. */
  public void forEachLine(LineConsumer consumer) {
    int start = firstLine == 1 && startsWithMark() ? BYTE_ORDER_MARK.length : 0;
    long number = firstLine;
    while (start < length) {
      int feed = indexOfFeed(start);
      int end = feed > start && bytes[feed - 1] == '\r' ? feed - 1 : feed;
      if (!isBlank(start, end)) {
        consumer.accept(bytes, start, end - start, number);
      }
      start = feed + 1;
      number++;
    }
  }

  /** The number of the first line in its file, from 1. */
  public long firstLine() {
    return firstLine;
  }

  /** How many lines there are, blank ones too; a last one need not be ended. */
  public long lines() {
    return lines;
  }

  private long count() {
    long feeds = 0;
    for (int start = 0; start < length; start = indexOfFeed(start) + 1) {
      feeds++;
    }
    return feeds;
  }

  private int indexOfFeed(int from) {
    int at = from;
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private boolean isBlank(int from, int end) {
    for (int at = from; at < end; at++) {
      if (bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r') {
        return false;
      }
    }
    return true;
  }

  private boolean startsWithMark() {
    for (int at = 0; at < BYTE_ORDER_MARK.length; at++) {
      if (at >= length || bytes[at] != BYTE_ORDER_MARK[at]) {
        return false;
      }
    }
    return true;
  }
}
