package dev.influx.scorer.topology;

import dev.influx.runtime.files.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entries of a small store in a file, with how far its changelog had come. A file is replaced
 * as a whole; one that is not as it was written counts for nothing, since the changelog has it all.
 */
final class StoreFile {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);
  private static final int FORMAT = 1;
  private static final Content NOTHING = new Content(Map.of(), Map.of());

  private final Path path;
  private byte[] written = new byte[0];

  StoreFile(Path path) {
    this.path = path;
  }

  /** What a store had at a commit; all entries have a value. */
  record Content(Map<TopicPartition, Long> offsets, Map<Bytes, byte[]> entries) {}

  /** What was written last; nothing where there is no file, or one that is damaged. */
  Content read() {
    try {
      byte[] bytes = Files.readAllBytes(path);
      Content content = decode(bytes);
      written = bytes;
      return content;
    } catch (NoSuchFileException e) {
      return NOTHING;
    } catch (IOException e) {
      LOG.warn("{} cannot be read, so the changelog is: {}", path, e.getMessage());
      return NOTHING;
    }
  }

  /**
   * Most commits change nothing here, and then nothing is written. A store that does not know how
   * far its changelog had come has nothing to go on from.
   */
  void write(Content content) {
    byte[] bytes = encode(content);
    if (content.offsets().isEmpty() || Arrays.equals(bytes, written)) {
      return;
    }
    try {
      WholeFile.write(path, bytes);
      written = bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("unable to write " + path, e);
    }
  }

  private static byte[] encode(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(FORMAT);
      out.writeInt(content.offsets().size());
      for (Map.Entry<TopicPartition, Long> offset : content.offsets().entrySet()) {
        out.writeUTF(offset.getKey().topic());
        out.writeInt(offset.getKey().partition());
        out.writeLong(offset.getValue());
      }
      out.writeInt(content.entries().size());
      for (Map.Entry<Bytes, byte[]> entry : content.entries().entrySet()) {
        write(out, entry.getKey().get());
        write(out, entry.getValue());
      }
      out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("nothing in memory fails", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Content decode(byte[] bytes) throws IOException {
    int length = bytes.length - Long.BYTES;
    if (length < 0 || ByteBuffer.wrap(bytes).getLong(length) != checksum(bytes, length)) {
      throw new IOException("it is damaged");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, length));
    if (in.readInt() != FORMAT) {
      throw new IOException("its format is another one");
    }
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      offsets.put(new TopicPartition(in.readUTF(), in.readInt()), in.readLong());
    }
    Map<Bytes, byte[]> entries = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      entries.put(Bytes.wrap(in.readNBytes(in.readInt())), in.readNBytes(in.readInt()));
    }
    return new Content(offsets, entries);
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }
}
