package dev.influx.sink.index;

import dev.influx.sink.record.LineTemplate;
import java.nio.ByteBuffer;

/**
 * What stands in the place of an author.
 *
 * @param round in which the author changed last
 * @param tenths the published score, in tenths of a point
 * @param previousTenths the score in the snapshot before that round
 */
record Row(long round, long tenths, long previousTenths, LineTemplate line) {
  private static final int HEAD = 3 * Long.BYTES + 3 * Integer.BYTES;

  /** Where the gaps of the line are is kept: to look for them costs more than to copy the line. */
  byte[] toBytes() {
    byte[] bytes = line.bytes();
    LineTemplate.Gaps gaps = line.gaps();
    return ByteBuffer.allocate(HEAD + bytes.length)
        .putLong(round)
        .putLong(tenths)
        .putLong(previousTenths)
        .putInt(gaps.rank())
        .putInt(gaps.rankInDomain())
        .putInt(gaps.previous())
        .put(bytes)
        .array();
  }

  static Row of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return new Row(
        in.getLong(),
        in.getLong(),
        in.getLong(),
        LineTemplate.within(
            bytes, HEAD, new LineTemplate.Gaps(in.getInt(), in.getInt(), in.getInt())));
  }

  /** Who did not change since the last snapshot had the same score in it. */
  long previousTenths(long currentRound) {
    return round == currentRound ? previousTenths : tenths;
  }
}
