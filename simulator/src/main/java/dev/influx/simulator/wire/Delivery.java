package dev.influx.simulator.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** How an answer travels: whole, or in one of the ways in which networks lose it. */
public final class Delivery {

  private static final Delivery WHOLE =
      new Delivery(
          (answer, line) -> {
            answer.writeTo(line.out());
            return true;
          });

  private static final Duration STEP = Duration.ofMillis(50);

  private final Course course;

  private Delivery(Course course) {
    this.course = course;
  }

  @FunctionalInterface
  private interface Course {
    boolean run(Outgoing answer, Line line) throws IOException;
  }

  public static Delivery whole() {
    return WHOLE;
  }

  /** The peer sees its connection fail instead of an answer. */
  public static Delivery resetBeforeHeaders() {
    return new Delivery(
        (answer, line) -> {
          line.reset();
          return false;
        });
  }

  /** The headers and half of the body, then a failure. */
  public static Delivery resetInBody() {
    return new Delivery(
        (answer, line) -> {
          byte[] body = answer.body();
          line.out().write(answer.head("content-length: " + body.length));
          line.out().write(body, 0, body.length / 2);
          line.out().flush();
          line.reset();
          return false;
        });
  }

  /** Not a byte for a time, and then the end of the connection. */
  public static Delivery stall(Duration time) {
    return new Delivery(
        (answer, line) -> {
          line.idle(time);
          return false;
        });
  }

  /** The whole answer, a little at a time. */
  public static Delivery drip(Duration time) {
    return new Delivery(
        (answer, line) -> {
          byte[] body = answer.body();
          line.out().write(answer.head("content-length: " + body.length));
          line.out().flush();
          return drip(body, time, line);
        });
  }

  /** A length that is more than the body has, which ends with the connection. */
  public static Delivery missing(int bytes) {
    return new Delivery(
        (answer, line) -> {
          byte[] body = answer.body();
          line.out().write(answer.head("content-length: " + (body.length + bytes)));
          line.out().write(body);
          line.out().flush();
          return false;
        });
  }

  /** No answer; all connections end, and nobody can connect for a time. */
  public static Delivery refuse(Duration time) {
    return new Delivery(
        (answer, line) -> {
          line.refuseEverybody(time);
          return false;
        });
  }

  /** Says whether the connection can go on. */
  boolean run(Outgoing answer, Line line) throws IOException {
    return course.run(answer, line);
  }

  private static boolean drip(byte[] body, Duration time, Line line) throws IOException {
    int steps = (int) Math.max(1, Math.min(body.length, time.dividedBy(STEP)));
    OutputStream out = line.out();
    for (int step = 0; step < steps; step++) {
      if (!line.idle(time.dividedBy(steps))) {
        return false;
      }
      int from = part(body, step, steps);
      out.write(body, from, part(body, step + 1, steps) - from);
      out.flush();
    }
    return true;
  }

  private static int part(byte[] body, int step, int steps) {
    return (int) ((long) body.length * step / steps);
  }
}
