package dev.influx.sink.record;

import dev.influx.schemas.ScoredProfile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The line of an author with three gaps for what depends on the other authors and on the snapshot
 * before: both ranks and the previous score. It is written once when the author changes, and filled
 * in for every snapshot, which costs no more than copying it.
 */
public final class LineTemplate {
  private static final byte[] RANK = key("rank_global");
  private static final byte[] TOPICS = key("rank_by_topic");
  private static final byte[] PREVIOUS = key("previous_score");
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  /** Stands in the place of a rank. */
  private static final char PLACEHOLDER = '1';

  /** The line, from a place on. */
  private final byte[] line;

  private final int start;
  private final Gaps gaps;

  private LineTemplate(byte[] line, int start, Gaps gaps) {
    this.line = line;
    this.start = start;
    this.gaps = gaps;
  }

  /**
   * Where something is filled in, counted from the beginning of the line.
   *
   * @param rankInDomain negative where there is no domain
   */
  public record Gaps(int rank, int rankInDomain, int previous) {}

  /** Quotation marks within texts are escaped, so that no text can hold a key. */
  private static byte[] key(String name) {
    return ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
  }

  /** The line of the author in the first place, who was not there before. */
  public static LineTemplate of(ScoredProfile author) {
    return of(AuthorLine.of(new RankedAuthor(author, 1, 1)));
  }

  /** From the bytes that {@link #bytes} gave. */
  public static LineTemplate of(byte[] line) {
    int rank = after(RANK, line, 0);
    int topics = after(TOPICS, line, rank);
    int inDomain = line[topics] == '{' ? indexOf(':', line, topics) + 1 : -1;
    return of(line, new Gaps(rank, inDomain, after(PREVIOUS, line, topics)));
  }

  /** From the bytes that {@link #bytes} gave, and where their gaps are. */
  public static LineTemplate of(byte[] line, Gaps gaps) {
    return within(line, 0, gaps);
  }

  /** The same where the line is the end of something longer, and is not to be copied. */
  public static LineTemplate within(byte[] bytes, int start, Gaps gaps) {
    return new LineTemplate(bytes, start, gaps);
  }

  /** From a line as it was filled in. */
  public static LineTemplate ofPublished(byte[] published) {
    LineTemplate filled = of(published);
    LineBuffer emptied = new LineBuffer(published.length);
    int from = filled.copy(0, filled.gaps.rank, emptied);
    emptied.add(PLACEHOLDER);
    from = endOfValue(published, from);
    if (filled.hasDomain()) {
      from = filled.copy(from, filled.gaps.rankInDomain, emptied);
      emptied.add(PLACEHOLDER);
      from = endOfValue(published, from);
    }
    from = filled.copy(from, filled.gaps.previous, emptied);
    emptied.add(NULL);
    filled.copy(endOfValue(published, from), published.length, emptied);
    return of(emptied.toBytes());
  }

  /** Of a number, or of null. */
  private static int endOfValue(byte[] line, int from) {
    int end = from;
    while (line[end] != ',' && line[end] != '}') {
      end++;
    }
    return end;
  }

  private static int after(byte[] key, byte[] line, int from) {
    int at = from;
    while (!Arrays.equals(line, at, at + key.length, key, 0, key.length)) {
      at = indexOf('"', line, at + 1);
    }
    return at + key.length;
  }

  private static int indexOf(char sought, byte[] line, int from) {
    int at = from;
    while (line[at] != sought) {
      at++;
    }
    return at;
  }

  /** The line with its gaps filled as for an author in the first place: valid by itself. */
  public byte[] bytes() {
    return start == 0 ? line : Arrays.copyOfRange(line, start, line.length);
  }

  public Gaps gaps() {
    return gaps;
  }

  /** Whether the author has a place within a domain. */
  public boolean hasDomain() {
    return gaps.rankInDomain >= 0;
  }

  /** The domain that the author has a place in. */
  public String domain() {
    int end = start + gaps.rankInDomain - 2;
    int begin = end;
    while (line[begin - 1] != '"') {
      begin--;
    }
    return new String(line, begin, end - begin, StandardCharsets.UTF_8);
  }

  /** Adds the line, and the line feed that ends it. */
  public void fill(Places places, LineBuffer out) {
    int from = copy(0, gaps.rank, out);
    out.add(places.rankGlobal());
    from++;
    if (hasDomain()) {
      from = copy(from, gaps.rankInDomain, out) + 1;
      out.add(places.rankInDomain());
    }
    from = copy(from, gaps.previous, out) + NULL.length;
    out.add(places.previousTenths() == Places.NOT_THERE ? NULL : tenths(places.previousTenths()));
    copy(from, line.length - start, out);
    out.add('\n');
  }

  /** The gaps follow from the bytes. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LineTemplate template
        && Arrays.equals(
            line, start, line.length, template.line, template.start, template.line.length);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes());
  }

  @Override
  public String toString() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private int copy(int from, int to, LineBuffer out) {
    out.add(line, start + from, to - from);
    return to;
  }

  private static byte[] tenths(long tenths) {
    return (tenths / 10 + "." + tenths % 10).getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * What is filled in.
   *
   * @param previousTenths the published score of before, in tenths of a point
   */
  public record Places(long rankGlobal, long rankInDomain, long previousTenths) {
    /** There was no score before. */
    public static final long NOT_THERE = -1;
  }
}
