package dev.influx.sink.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** In words why a file could not be written: some exceptions say no more than the name of it. */
final class Reasons {
  private Reasons() {}

  static String of(Exception cause) {
    if (cause instanceof AccessDeniedException denied) {
      return "access to " + denied.getFile() + " is denied";
    }
    if (cause instanceof FileAlreadyExistsException other) {
      return other.getFile() + " is there and is not a directory";
    }
    if (cause instanceof NotDirectoryException other) {
      return other.getFile() + " is not a directory";
    }
    if (cause instanceof NoSuchFileException gone) {
      return gone.getFile() + " does not exist";
    }
    boolean spoken = cause instanceof FileSystemException named && named.getReason() != null;
    return spoken || cause.getMessage() != null ? cause.getMessage() : cause.toString();
  }
}
