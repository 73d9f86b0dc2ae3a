package dev.influx.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of changes that only grows, one line each: a checksum and JSON. A change is on disk when
 * {@link #append} returns; a last line that a crash cut short is dropped, as nobody was told of it.
 */
final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHECKSUM_CHARS = "01234567 ".length();

  private final FileChannel channel;

  /** The end of the last whole line; what lies beyond is the rest of a write that failed. */
  private long end;

  private Journal(FileChannel channel, long end) {
    this.channel = channel;
    this.end = end;
  }

  /** Hands every change to the reader, oldest first, and is then ready for more. */
  static Journal open(Path file, Consumer<Change> reader) throws IOException {
    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    int end = replay(file, bytes, reader);
    if (end < bytes.length) {
      LOG.warn("{}: dropped {} bytes of a change cut short", file, bytes.length - end);
    }
    return new Journal(
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), end);
  }

  /** Returns the end of the last whole line. */
  private static int replay(Path file, byte[] bytes, Consumer<Change> reader)
      throws UnableToReadJournalException {
    int end = 0;
    for (int line = 1; end < bytes.length; line++) {
      int stop = endOfLine(bytes, end);
      Optional<String> json = check(bytes, end, stop);
      if (json.isEmpty()) {
        refuseDamageBeforeEnd(file, line, bytes.length - stop);
        return end;
      }
      reader.accept(parse(file, line, json.get()));
      end = stop + 1;
    }
    return end;
  }

  /** Each line was on disk before the next began: a crash can only have damaged the last one. */
  private static void refuseDamageBeforeEnd(Path file, int line, int bytesLeft)
      throws UnableToReadJournalException {
    if (bytesLeft > 1) {
      throw new UnableToReadJournalException(
          "line %d of %s is damaged, and it is not the last one".formatted(line, file));
    }
  }

  private static int endOfLine(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** The JSON of a line, when it is what its checksum says. */
  private static Optional<String> check(byte[] bytes, int start, int stop) {
    String line = new String(bytes, start, stop - start, StandardCharsets.UTF_8);
    if (stop == bytes.length || line.length() < CHECKSUM_CHARS) {
      return Optional.empty();
    }
    String json = line.substring(CHECKSUM_CHARS);
    return line.equals(line(json)) ? Optional.of(json) : Optional.empty();
  }

  private static Change parse(Path file, int line, String json)
      throws UnableToReadJournalException {
    try {
      return JSON.readValue(json, Change.class);
    } catch (JsonProcessingException e) {
      throw new UnableToReadJournalException(
          "line %d of %s is of a kind unknown here: %s"
              .formatted(line, file, e.getOriginalMessage()));
    }
  }

  void append(Change change) throws IOException {
    if (channel.size() > end) {
      channel.truncate(end);
    }
    String json = JSON.writeValueAsString(change);
    ByteBuffer line = StandardCharsets.UTF_8.encode(line(json) + "\n");
    channel.position(end);
    while (line.hasRemaining()) {
      channel.write(line);
    }
    channel.force(true);
    end = channel.position();
  }

  private static String line(String json) {
    CRC32 crc = new CRC32();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return "%08x %s".formatted(crc.getValue(), json);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
