package dev.influx.runtime.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory with all that is in it. */
public final class DirectoryTree {
  private DirectoryTree() {}

  /**
   * Returns when nothing is there, whether or not something was. Files may vanish meanwhile: a
   * process that ends deletes some of its own.
   */
  public static void delete(Path path) throws IOException {
    while (Files.exists(path)) {
      try (Stream<Path> found = Files.walk(path)) {
        List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
      } catch (UncheckedIOException e) {
        requireVanished(e.getCause());
      } catch (IOException e) {
        requireVanished(e);
      }
    }
  }

  private static void requireVanished(IOException reason) throws IOException {
    if (!(reason instanceof NoSuchFileException)) {
      throw reason;
    }
  }
}
