package dev.influx.monitor.board;

import dev.influx.runtime.files.WholeFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file in which what the page draws of the last day is kept over a restart. Its checksum tells
 * a damaged one.
 */
final class SeriesFile {
  private static final String KIND = "influx lag series 1";

  private final Path file;

  SeriesFile(Path file) {
    this.file = file;
  }

  void write(LagSeries series) throws IOException {
    WholeFile.write(
        file,
        out -> {
          try (DataOutputStream packed =
              new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(out)))) {
            packed.writeUTF(KIND);
            series.write(packed);
          }
        });
  }

  /** Whether there was one; what there is of a damaged one is taken in. */
  boolean readInto(LagSeries series) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
      if (!in.readUTF().equals(KIND)) {
        throw new IOException("it is no series of this release");
      }
      series.read(in);
      return true;
    }
  }
}
