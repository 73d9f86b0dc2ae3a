package dev.influx.app.pipe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Looks for the line of an author in a published list. Every line begins with the id, and the list
 * is in the order of ranks: nothing has to be parsed, and no index has to be kept for a question
 * that is seldom asked.
 */
public final class PublishedRank {
  private static final int CHUNK = 1 << 20;

  private final byte[] wanted;
  private long rank = 1;
  private int matched;

  private PublishedRank(String id) {
    this.wanted = ("{\"id\":\"" + id + "\"").getBytes(UTF_8);
  }

  /** The rank of an author; empty if there is no such list, or nobody of that id in it. */
  public static OptionalLong of(String id, Path list) throws IOException {
    try (FileChannel file = FileChannel.open(list)) {
      return new PublishedRank(id).find(file);
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong find(FileChannel file) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    while (file.read(chunk.clear()) >= 0) {
      if (isIn(chunk.array(), chunk.position())) {
        return OptionalLong.of(rank);
      }
    }
    return OptionalLong.empty();
  }

  /** Goes on where the chunk before has ended; below 0 the rest of a line is of no interest. */
  private boolean isIn(byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      byte each = chunk[i];
      if (each == '\n') {
        rank++;
        matched = 0;
      } else if (matched >= 0) {
        matched = each == wanted[matched] ? matched + 1 : -1;
        if (matched == wanted.length) {
          return true;
        }
      }
    }
    return false;
  }
}
