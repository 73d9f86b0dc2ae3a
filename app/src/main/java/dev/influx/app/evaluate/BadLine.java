package dev.influx.app.evaluate;

/** A line, or a user in it, that could not be read. */
public record BadLine(String file, long line, String reason) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
