package dev.influx.harvester.errand;

import dev.influx.harvester.intake.Intake;
import dev.influx.harvester.intake.Reject;
import dev.influx.harvester.intake.Requested;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The lists that a run is given, before they are written down. */
public final class ListSource {
  private final List<Named> lists = new ArrayList<>();

  /** Opens a list. */
  public interface Opening {
    InputStream open() throws IOException;
  }

  private record Named(String name, Opening opening) {}

  /** Adds a file, under the name that its user gave it. */
  public ListSource with(Path file) {
    return with(file.toString(), () -> Files.newInputStream(file));
  }

  /** Adds anything else. */
  public ListSource with(String name, Opening opening) {
    lists.add(new Named(name, opening));
    return this;
  }

  RunDescription write(Path file, String id, Instant now, Counterpart asked) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      Writer writer = new Writer(out);
      Intake intake = new Intake(writer);
      List<Source> sources = new ArrayList<>();
      for (Named list : lists) {
        sources.add(new Source(list.name(), read(list, intake)));
        writer.source++;
      }
      return new RunDescription(
          id,
          now.toString(),
          asked,
          sources,
          intake.counts().accepted(),
          intake.counts().duplicates(),
          intake.counts().rejected(),
          false);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String read(Named list, Intake intake) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(list.opening().open(), digest)) {
      intake.read(list.name(), in);
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The fingerprint of a list as it is now. */
  public static String fingerprint(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Writes down what an intake hands over. */
  private static final class Writer implements Intake.Taker {
    private final BufferedWriter out;
    private int source;

    Writer(BufferedWriter out) {
      this.out = out;
    }

    @Override
    public void requested(Requested author) {
      write(ListLine.of(author, source));
    }

    @Override
    public void rejected(Reject reject) {
      write(ListLine.of(reject, source));
    }

    private void write(ListLine line) {
      try {
        out.write(line.write());
        out.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
