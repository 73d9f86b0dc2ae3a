package dev.influx.bench.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary directory that is gone after closing. */
public final class Scratch implements AutoCloseable {
  private final Path root;

  private Scratch(Path root) {
    this.root = root;
  }

  public static Scratch create() {
    try {
      return new Scratch(Files.createTempDirectory("influx-bench"));
    } catch (IOException e) {
      throw new UncheckedIOException("unable to create a temporary directory", e);
    }
  }

  /** In a directory that stays. */
  public static Scratch in(Path parent) {
    try {
      return new Scratch(Files.createTempDirectory(parent, "influx-bench"));
    } catch (IOException e) {
      throw new UncheckedIOException("unable to create a temporary directory", e);
    }
  }

  public Path resolve(String name) {
    return root.resolve(name);
  }

  /** Files may vanish while they are being deleted: a broker that ends deletes some itself. */
  void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> found = Files.walk(path)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      deleteAgain(path, e.getCause());
    } catch (IOException e) {
      deleteAgain(path, e);
    }
  }

  private void deleteAgain(Path path, IOException reason) {
    if (!(reason instanceof NoSuchFileException)) {
      throw new UncheckedIOException("unable to delete " + path, reason);
    }
    delete(path);
  }

  @Override
  public void close() {
    delete(root);
  }
}
