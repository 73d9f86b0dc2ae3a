package dev.influx.simulator.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** An answer: its status, its headers but for those that frame the body, and the body. */
public final class WireResponse {

  private final int status;
  private final Map<String, String> headers;
  private final Body body;
  private final OptionalInt length;
  private final Delivery delivery;

  private WireResponse(
      int status, Map<String, String> headers, Body body, OptionalInt length, Delivery delivery) {
    this.status = status;
    this.headers = new LinkedHashMap<>(headers);
    this.body = body;
    this.length = length;
    this.delivery = delivery;
  }

  /** Writes a body that is never held as a whole. */
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  public static WireResponse of(int status, Map<String, String> headers, byte[] body) {
    byte[] bytes = body.clone();
    OptionalInt length = OptionalInt.of(bytes.length);
    return new WireResponse(status, headers, out -> out.write(bytes), length, Delivery.whole());
  }

  /** An answer of unknown length, sent in chunks. */
  public static WireResponse streaming(int status, Map<String, String> headers, Body body) {
    return new WireResponse(status, headers, body, OptionalInt.empty(), Delivery.whole());
  }

  /** The same answer, sent in another way. */
  public WireResponse delivered(Delivery other) {
    return new WireResponse(status, headers, body, length, other);
  }

  /** The same answer without its length being said beforehand. */
  public WireResponse chunked() {
    return new WireResponse(status, headers, body, OptionalInt.empty(), delivery);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  Body body() {
    return body;
  }

  OptionalInt length() {
    return length;
  }

  Delivery delivery() {
    return delivery;
  }
}
