package dev.influx.simulator;

import dev.influx.simulator.money.Billed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an endpoint has to say, before it is dressed for the wire. */
final class Reply {

  private final int status;
  private final AnswerClass kind;
  private final Map<String, String> headers;
  private final byte[] body;
  private final List<Billed> billed;

  private Reply(
      int status, AnswerClass kind, Map<String, String> headers, byte[] body, List<Billed> billed) {
    this.status = status;
    this.kind = kind;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.billed = List.copyOf(billed);
  }

  /**
   * A success.
   *
   * @param billed what the body holds that X charges for
   */
  static Reply ok(byte[] body, List<Billed> billed) {
    return new Reply(200, AnswerClass.OK, Map.of(), body, billed);
  }

  static Reply of(int status, AnswerClass kind, byte[] body) {
    return new Reply(status, kind, Map.of(), body, List.of());
  }

  /** A failure that its status says all about. */
  static Reply problem(int status, AnswerClass kind, String title) {
    return of(status, kind, ApiJson.problem(status, title));
  }

  /** The same with a header of its own, which comes before what is usual. */
  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, kind, more, body, billed);
  }

  int status() {
    return status;
  }

  AnswerClass kind() {
    return kind;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  List<Billed> billed() {
    return billed;
  }
}
