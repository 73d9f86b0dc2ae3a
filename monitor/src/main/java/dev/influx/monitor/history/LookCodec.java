package dev.influx.monitor.history;

import dev.influx.monitor.lag.Look;
import dev.influx.monitor.lag.Partition;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks as differences to the one before, most of which are one or two bytes. */
final class LookCodec {
  private static final int HAS_COMMIT = 1;
  private static final int HAS_EVENT_TIME = 2;
  private static final int PAYLOAD = 0x7F;
  private static final int MORE = 0x80;
  private static final int PAYLOAD_BITS = 7;
  private static final int MOST_LOOKS = 1 << 20;

  private LookCodec() {}

  static void write(DataOutputStream out, History.Kept kept) throws IOException {
    out.writeUTF(kept.group());
    out.writeUTF(kept.partition().topic());
    out.writeInt(kept.partition().number());
    out.writeInt(kept.looks().size());
    Values last = new Values();
    for (Look look : kept.looks()) {
      last.write(out, look);
    }
  }

  static History.Kept read(DataInputStream in) throws IOException {
    String group = in.readUTF();
    Partition partition = new Partition(in.readUTF(), in.readInt());
    int size = in.readInt();
    if (size < 0 || size > MOST_LOOKS) {
      throw new IOException("it has a track of %d looks".formatted(size));
    }
    List<Look> looks = new ArrayList<>();
    Values last = new Values();
    for (int i = 0; i < size; i++) {
      looks.add(last.read(in));
    }
    return new History.Kept(group, partition, looks);
  }

  /** The values that came last. */
  private static final class Values {
    private long at;
    private long start;
    private long end;
    private long committed;
    private long eventTime;

    void write(DataOutputStream out, Look look) throws IOException {
      boolean commits = look.committed().isPresent();
      boolean timed = look.eventTime().isPresent();
      out.writeByte((commits ? HAS_COMMIT : 0) | (timed ? HAS_EVENT_TIME : 0));
      at = difference(out, at, look.at().toEpochMilli());
      start = difference(out, start, look.start());
      end = difference(out, end, look.end());
      if (commits) {
        committed = difference(out, committed, look.committed().getAsLong());
      }
      if (timed) {
        eventTime = difference(out, eventTime, look.eventTime().get().toEpochMilli());
      }
    }

    Look read(DataInputStream in) throws IOException {
      int has = in.readByte();
      at += difference(in);
      start += difference(in);
      end += difference(in);
      OptionalLong commit = OptionalLong.empty();
      if ((has & HAS_COMMIT) != 0) {
        committed += difference(in);
        commit = OptionalLong.of(committed);
      }
      Optional<Instant> time = Optional.empty();
      if ((has & HAS_EVENT_TIME) != 0) {
        eventTime += difference(in);
        time = Optional.of(Instant.ofEpochMilli(eventTime));
      }
      return new Look(Instant.ofEpochMilli(at), start, end, commit, time);
    }

    /** Small numbers of either sign are short. */
    private static long difference(DataOutputStream out, long before, long now) throws IOException {
      long folded = ((now - before) << 1) ^ ((now - before) >> (Long.SIZE - 1));
      while ((folded & ~PAYLOAD) != 0) {
        out.writeByte((int) (folded & PAYLOAD) | MORE);
        folded >>>= PAYLOAD_BITS;
      }
      out.writeByte((int) folded);
      return now;
    }

    private static long difference(DataInputStream in) throws IOException {
      long folded = 0;
      for (int shift = 0; shift < Long.SIZE; shift += PAYLOAD_BITS) {
        int part = in.readUnsignedByte();
        folded |= (long) (part & PAYLOAD) << shift;
        if ((part & MORE) == 0) {
          return (folded >>> 1) ^ -(folded & 1);
        }
      }
      throw new IOException("a number has no end");
    }
  }
}
