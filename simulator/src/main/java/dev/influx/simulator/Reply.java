package dev.influx.simulator;

import dev.influx.simulator.money.Billed;
import java.util.List;

/** What an endpoint has to say, before it is dressed for the wire. */
final class Reply {

  private final int status;
  private final AnswerClass kind;
  private final byte[] body;
  private final List<Billed> billed;

  private Reply(int status, AnswerClass kind, byte[] body, List<Billed> billed) {
    this.status = status;
    this.kind = kind;
    this.body = body;
    this.billed = List.copyOf(billed);
  }

  /**
   * A success.
   *
   * @param billed what the body holds that X charges for
   */
  static Reply ok(byte[] body, List<Billed> billed) {
    return new Reply(200, AnswerClass.OK, body, billed);
  }

  static Reply of(int status, AnswerClass kind, byte[] body) {
    return new Reply(status, kind, body, List.of());
  }

  /** A failure that its status says all about. */
  static Reply problem(int status, AnswerClass kind, String title) {
    return of(status, kind, ApiJson.problem(status, title));
  }

  int status() {
    return status;
  }

  AnswerClass kind() {
    return kind;
  }

  byte[] body() {
    return body;
  }

  List<Billed> billed() {
    return billed;
  }
}
