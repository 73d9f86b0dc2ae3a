package dev.influx.simulator.wire;

import java.io.IOException;

/** Bytes that are no request, with the status that says so. */
final class UnreadableRequestException extends IOException {

  private final int status;

  UnreadableRequestException(int status, String why) {
    super(why);
    this.status = status;
  }

  int status() {
    return status;
  }
}
