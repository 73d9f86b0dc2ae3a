package dev.influx.app.serve;

import dev.influx.schemas.published.Sha256Hex;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** A published file that stays what it is, even if another takes its place meanwhile. */
final class OpenFile implements AutoCloseable {
  private final FileChannel channel;
  private final BasicFileAttributes attributes;

  private OpenFile(FileChannel channel, BasicFileAttributes attributes) {
    this.channel = channel;
    this.attributes = attributes;
  }

  /** Empty for what is not there, or is no regular file: nothing is followed elsewhere. */
  static Optional<OpenFile> at(Path file) throws IOException {
    try {
      while (true) {
        BasicFileAttributes before = attributes(file);
        if (!before.isRegularFile()) {
          return Optional.empty();
        }
        OpenFile opened =
            new OpenFile(
                FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS), before);
        if (opened.isAt(file)) {
          return Optional.of(opened);
        }
        // It was replaced just now: what was opened may be either.
        opened.close();
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private boolean isAt(Path file) throws IOException {
    try {
      return mark(attributes).equals(mark(attributes(file)));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static String mark(BasicFileAttributes attributes) {
    return attributes.fileKey() + " " + attributes.size() + " " + attributes.lastModifiedTime();
  }

  /** Another one for every file that took this place. */
  String tag() {
    byte[] mark = mark(attributes).getBytes(StandardCharsets.UTF_8);
    return '"' + Sha256Hex.of(mark).substring(0, 32) + '"';
  }

  long size() {
    return attributes.size();
  }

  /** For whoever sends it in another way; closing it closes the file. */
  SeekableByteChannel channel() {
    return channel;
  }

  void copy(ByteRange range, OutputStream out) throws IOException {
    WritableByteChannel target = Channels.newChannel(out);
    long at = range.from();
    while (at < range.to()) {
      long sent = channel.transferTo(at, range.to() - at, target);
      if (sent <= 0) {
        throw new IOException("the file became shorter while it was read");
      }
      at += sent;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
