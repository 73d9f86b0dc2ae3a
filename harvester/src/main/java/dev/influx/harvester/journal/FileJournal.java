package dev.influx.harvester.journal;

import dev.influx.harvester.plan.Occasion;
import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journal of lines, to which lines are only added; each is forced to disk before it counts. */
final class FileJournal implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
  private static final String REMEDY = "see to the disk, then resume: nothing published is lost";

  private final Path file;
  private final Claim claim;
  private FileChannel channel;

  private FileJournal(Path file, Claim claim, FileChannel channel) {
    this.file = file;
    this.claim = claim;
    this.channel = channel;
  }

  static FileJournal open(Path file, Consumer<Remembered> known) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Claim claim = claim(file);
      try {
        Compaction.ofOld(file);
        return new FileJournal(file, claim, open(file, StandardOpenOption.CREATE, known));
      } catch (IOException | RuntimeException e) {
        claim.close();
        throw e;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UnableToKeepJournalException(file + ": " + e, REMEDY, e);
    }
  }

  private static Claim claim(Path file) throws IOException {
    return Claim.on(file.resolveSibling(file.getFileName() + ".lock"))
        .orElseThrow(
            () ->
                new UnableToKeepJournalException(
                    "another harvester keeps " + file,
                    "stop that one first, or give this one its own harvest.state_dir",
                    null));
  }

  /** Where the last whole line ends, writing goes on. */
  private static FileChannel open(Path file, OpenOption how, Consumer<Remembered> known)
      throws IOException {
    FileChannel channel =
        FileChannel.open(file, how, StandardOpenOption.READ, StandardOpenOption.WRITE);
    long end = read(file, channel, known);
    channel.truncate(end);
    channel.position(end);
    return channel;
  }

  static void read(Path file, Consumer<Remembered> known) {
    if (!Files.exists(file)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long end = read(file, channel, known);
      LOG.debug("{} was read to {}", file, end);
    } catch (IOException e) {
      throw new UnableToKeepJournalException(file + ": " + e, REMEDY, e);
    }
  }

  /** Returns where the last whole line ends. */
  private static long read(Path file, FileChannel channel, Consumer<Remembered> known)
      throws IOException {
    // the stream is not closed, for that would close the channel
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long end = 0;
    long read = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      read++;
      if (next == '\n') {
        take(file, read, line.toByteArray(), known);
        line.reset();
        end = read;
      } else {
        line.write(next);
      }
    }
    return end;
  }

  /** Whoever stands in a damaged line is asked for again: that costs money, but no author. */
  private static void take(Path file, long at, byte[] line, Consumer<Remembered> known) {
    try {
      Line.read(line).forEach(known);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} is damaged before byte {}: {}", file, at, e.getMessage());
    }
  }

  @Override
  public void note(Settlement settlement) {
    List<Remembered> entries = new ArrayList<>();
    for (Settled settled : settlement.settled()) {
      if (!settled.target().forgotten()) {
        for (Occasion occasion : settled.target().occasions()) {
          entries.add(Remembered.of(occasion, settled));
        }
      }
    }
    if (!entries.isEmpty()) {
      append(Line.write(entries));
    }
  }

  private synchronized void append(byte[] line) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UnableToKeepJournalException(file + ": " + e, REMEDY, e);
    }
  }

  @Override
  public synchronized void forget(Predicate<Remembered> gone) {
    try {
      channel.close();
      Compaction.of(file, gone);
      channel = open(file, StandardOpenOption.WRITE, entry -> {});
    } catch (IOException | UncheckedIOException e) {
      throw new UnableToKeepJournalException(file + ": " + e, REMEDY, e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
      claim.close();
    } catch (IOException e) {
      LOG.warn("{} did not close in order: {}", file, e.getMessage());
    }
  }
}
