package dev.influx.monitor.history;

import dev.influx.runtime.files.WholeFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file in which a history is kept. Whoever is killed leaves the one before; its checksum tells
 * a damaged one.
 */
public final class HistoryFile {
  private static final String KIND = "influx lag history 1";

  private final Path file;

  public HistoryFile(Path file) {
    this.file = file;
  }

  public void write(History history) throws UnableToKeepHistoryException {
    try {
      WholeFile.write(file, out -> write(history, out));
    } catch (IOException e) {
      throw new UnableToKeepHistoryException("cannot write", file, e);
    }
  }

  private static void write(History history, OutputStream to) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(to)))) {
      out.writeUTF(KIND);
      for (History.Kept kept : (Iterable<History.Kept>) history.kept()::iterator) {
        out.writeBoolean(true);
        LookCodec.write(out, kept);
      }
      out.writeBoolean(false);
    }
  }

  /** What was kept, without what is too old by now; empty if there is no file. */
  public History read(Instant now) throws UnableToKeepHistoryException {
    if (!Files.exists(file)) {
      return new History();
    }
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
      return read(in, now);
    } catch (IOException e) {
      throw new UnableToKeepHistoryException("cannot read", file, e);
    }
  }

  private static History read(DataInputStream in, Instant now) throws IOException {
    if (!in.readUTF().equals(KIND)) {
      throw new IOException("it is no history of this release");
    }
    History history = new History();
    while (in.readBoolean()) {
      History.Kept kept = LookCodec.read(in);
      kept.looks().stream()
          .filter(it -> it.at().isAfter(now.minus(Track.KEPT)) && !it.at().isAfter(now))
          .forEach(it -> history.add(kept.group(), kept.partition(), it));
    }
    if (in.read() != -1) {
      throw new IOException("there is more than its end");
    }
    return history;
  }
}
