package dev.influx.validator.lines;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Unpacks a stream, and tells a damaged one from one that cannot be read. */
final class Unpacking extends FilterInputStream {
  private Unpacking(InputStream unpacked) {
    super(unpacked);
  }

  static InputStream open(Packing packing, InputStream packed) throws IOException {
    try {
      return new Unpacking(packing.unpack(packed));
    } catch (IOException e) {
      throw explained(e);
    }
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw explained(e);
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    try {
      return super.read(bytes, from, length);
    } catch (IOException e) {
      throw explained(e);
    }
  }

  private static IOException explained(IOException failure) {
    // Either library says it in words of its own when the end is missing.
    boolean ends =
        failure instanceof EOFException || "Truncated source".equals(failure.getMessage());
    if (ends) {
      return new UnableToUnpackException("its end is missing", failure);
    }
    return failure instanceof ZipException || failure instanceof ZstdIOException
        ? new UnableToUnpackException("it is damaged: " + failure.getMessage(), failure)
        : failure;
  }
}
