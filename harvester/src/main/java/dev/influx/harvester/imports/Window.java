package dev.influx.harvester.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A stream that can be read again from as far back as is kept: users are cut out of it as the bytes
 * that they stand in, and what turns out to be broken is given up from its beginning. Offsets are
 * those of bytes in the stream, without a byte order mark.
 */
final class Window extends InputStream {
  /** No user object that is of use comes near this. */
  static final int MOST_KEPT = 1 << 23;

  /** More than a parser reads ahead, so that a failure can still be looked at. */
  private static final int ALWAYS_KEPT = 1 << 15;

  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(UTF_8);

  private final InputStream in;
  private byte[] kept = new byte[1 << 16];
  private long start;
  private int filled;
  private long position;
  private long keepFrom;
  private long lineOffset;
  private long line = 1;

  Window(InputStream in) throws IOException {
    this.in = in;
    boolean marked =
        fill() && Arrays.equals(Arrays.copyOf(kept, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
    if (marked) {
      System.arraycopy(kept, 3, kept, 0, filled - 3);
      filled -= BYTE_ORDER_MARK.length;
    }
  }

  /** Where it is read next. */
  long position() {
    return position;
  }

  /** Keeps everything from there on. */
  void keepFrom(long offset) {
    keepFrom = offset;
  }

  /** Keeps no more than it has to. */
  void letGo() {
    keepFrom = Long.MAX_VALUE;
  }

  /** The first of the bytes from there on that is kept and is no white space. */
  long pastSpace(long offset) {
    long at = Math.max(start, offset);
    while (available(at) && " \t\r\n".indexOf(kept[(int) (at - start)]) >= 0) {
      at++;
    }
    return at;
  }

  /** A copy, since what is kept moves. */
  byte[] copy(long from, long to) {
    return Arrays.copyOfRange(kept, Math.toIntExact(from - start), Math.toIntExact(to - start));
  }

  /** The line of an offset, from 1; to be asked in the order of the offsets. */
  long lineAt(long offset) {
    countLinesTo(Math.max(lineOffset, offset));
    return line;
  }

  /** How many blanks stand before an offset, if nothing else does in its line. */
  int indentAt(long offset) {
    int at = Math.toIntExact(offset - start);
    int blanks = 0;
    while (at > blanks && isBlank(kept[at - 1 - blanks])) {
      blanks++;
    }
    return at == blanks || kept[at - 1 - blanks] == '\n' ? blanks : 0;
  }

  /**
   * Gives up what stands from an offset to the next line that begins with an object or an array,
   * and reads on there.
   *
   * @param mostBlanks that line may have at its beginning
   */
  Gap skip(long from, int mostBlanks) throws IOException {
    position = from;
    Gap gap = new Gap();
    int blanks = -1;
    for (int c = peek(); c >= 0 && !(blanks >= 0 && (c == '{' || c == '[')); c = peek()) {
      if (c == '\n') {
        blanks = 0;
      } else {
        blanks = blanks >= 0 && blanks < mostBlanks && isBlank(c) ? blanks + 1 : -1;
      }
      gap.add(c);
      position++;
      keepFrom = position;
    }
    gap.blanks = Math.max(0, blanks);
    return gap;
  }

  /** Bytes that were given up. */
  static final class Gap {
    /** Kafka takes records of up to a megabyte. */
    private static final int MOST_SHOWN = 1 << 19;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long length;
    private long worth;
    private int blanks;

    private void add(int c) {
      length++;
      worth += isBlank(c) || "\r\n,]}".indexOf(c) >= 0 ? 0 : 1;
      if (length <= MOST_SHOWN) {
        head.write(c);
      }
    }

    long length() {
      return length;
    }

    /** The first of them. */
    ByteBuffer head() {
      return ByteBuffer.wrap(head.toByteArray());
    }

    /** Whether they are nothing but what stands between values. */
    boolean isGlue() {
      return worth == 0;
    }

    /** The blanks before what comes next. */
    int blanks() {
      return blanks;
    }
  }

  private int peek() throws IOException {
    return available(position) || fill() ? kept[(int) (position - start)] & 0xFF : -1;
  }

  @Override
  public int read() throws IOException {
    int c = peek();
    position += c < 0 ? 0 : 1;
    return c;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (!available(position) && !fill()) {
      return -1;
    }
    int at = (int) (position - start);
    int copied = Math.min(length, filled - at);
    System.arraycopy(kept, at, bytes, from, copied);
    position += copied;
    return copied;
  }

  private boolean available(long offset) {
    return offset - start < filled;
  }

  private boolean fill() throws IOException {
    forget();
    if (filled == kept.length) {
      if (filled >= MOST_KEPT) {
        throw new ValueTooLongException(MOST_KEPT);
      }
      kept = Arrays.copyOf(kept, 2 * filled);
    }
    int read = in.read(kept, filled, kept.length - filled);
    filled += Math.max(0, read);
    return read > 0;
  }

  private void forget() {
    long from = Math.min(keepFrom, position - ALWAYS_KEPT);
    if (from - start >= kept.length / 2) {
      countLinesTo(Math.max(lineOffset, from));
      int gone = Math.toIntExact(from - start);
      System.arraycopy(kept, gone, kept, 0, filled - gone);
      filled -= gone;
      start = from;
    }
  }

  private void countLinesTo(long offset) {
    for (; lineOffset < offset; lineOffset++) {
      line += kept[(int) (lineOffset - start)] == '\n' ? 1 : 0;
    }
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }
}
