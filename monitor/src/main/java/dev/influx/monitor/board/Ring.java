package dev.influx.monitor.board;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The largest of each step of a fixed number of seconds, each in the place of the one before it in
 * the ring.
 */
final class Ring {
  private static final long NONE = -1;

  private final int step;
  private final long[] buckets;
  private final double[] seconds;
  private final long[] records;
  private long last;

  Ring(int step, int points) {
    this.step = step;
    this.buckets = new long[points];
    this.seconds = new double[points];
    this.records = new long[points];
  }

  /** A moment, and the largest that was seen in it; absent where nothing was. */
  record Point(long at, OptionalDouble seconds, OptionalLong records) {}

  int step() {
    return step;
  }

  void add(long second, OptionalDouble time, OptionalLong count) {
    long bucket = second / step;
    int place = (int) (bucket % buckets.length);
    if (buckets[place] > bucket) {
      return;
    }
    if (buckets[place] != bucket) {
      buckets[place] = bucket;
      seconds[place] = NONE;
      records[place] = NONE;
    }
    seconds[place] = Math.max(seconds[place], time.orElse(NONE));
    records[place] = Math.max(records[place], count.orElse(NONE));
    last = Math.max(last, bucket);
  }

  boolean reaches(long second) {
    return second / step > last - buckets.length;
  }

  /** The beginning of the first step of which something is known; -1 if there is none. */
  long first() {
    for (long bucket = Math.max(1, last - buckets.length + 1); bucket <= last; bucket++) {
      if (isKnown(bucket)) {
        return bucket * step;
      }
    }
    return NONE;
  }

  /** The beginning of the last step of which something is known. */
  long newest() {
    return last * step;
  }

  long size() {
    long size = 0;
    for (long bucket : buckets) {
      size += bucket > last - buckets.length && bucket > 0 ? 1 : 0;
    }
    return size;
  }

  List<Point> between(long begin, long end) {
    List<Point> points = new ArrayList<>();
    long first = Math.max(begin / step, last - buckets.length + 1);
    for (long bucket = first; bucket <= Math.min(end / step, last); bucket++) {
      points.add(point(bucket));
    }
    return points;
  }

  List<OptionalDouble> last(int points) {
    List<OptionalDouble> newest = new ArrayList<>();
    for (long bucket = Math.max(0, last - points + 1); bucket <= last; bucket++) {
      newest.add(point(bucket).seconds());
    }
    return newest;
  }

  private boolean isKnown(long bucket) {
    return buckets[(int) (bucket % buckets.length)] == bucket;
  }

  private Point point(long bucket) {
    int place = (int) (bucket % buckets.length);
    boolean known = isKnown(bucket);
    return new Point(
        bucket * step,
        known && seconds[place] >= 0 ? OptionalDouble.of(seconds[place]) : OptionalDouble.empty(),
        known && records[place] >= 0 ? OptionalLong.of(records[place]) : OptionalLong.empty());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt((int) size());
    for (long bucket = Math.max(1, last - buckets.length + 1); bucket <= last; bucket++) {
      if (isKnown(bucket)) {
        int place = (int) (bucket % buckets.length);
        out.writeLong(bucket * step);
        out.writeDouble(seconds[place]);
        out.writeLong(records[place]);
      }
    }
  }

  /** Takes in what another ring has written, whatever its steps were. */
  void read(DataInputStream in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      long second = in.readLong();
      double time = in.readDouble();
      long count = in.readLong();
      add(
          second,
          time >= 0 ? OptionalDouble.of(time) : OptionalDouble.empty(),
          count >= 0 ? OptionalLong.of(count) : OptionalLong.empty());
    }
  }
}
