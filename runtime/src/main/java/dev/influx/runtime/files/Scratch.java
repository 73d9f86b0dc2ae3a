package dev.influx.runtime.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary directory that is gone after closing. */
public final class Scratch implements AutoCloseable {
  private final Path root;

  private Scratch(Path root) {
    this.root = root;
  }

  /** Where the system has its temporary files. */
  public static Scratch create(String prefix) {
    try {
      return new Scratch(Files.createTempDirectory(prefix));
    } catch (IOException e) {
      throw new UncheckedIOException("unable to create a temporary directory", e);
    }
  }

  /** In a directory that stays. */
  public static Scratch in(Path parent, String prefix) {
    try {
      return new Scratch(Files.createTempDirectory(parent, prefix));
    } catch (IOException e) {
      throw new UncheckedIOException("unable to create a directory in " + parent, e);
    }
  }

  public Path root() {
    return root;
  }

  public Path resolve(String name) {
    return root.resolve(name);
  }

  @Override
  public void close() {
    try {
      DirectoryTree.delete(root);
    } catch (IOException e) {
      throw new UncheckedIOException("unable to delete " + root, e);
    }
  }
}
