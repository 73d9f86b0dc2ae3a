package dev.influx.simulator;

import dev.influx.simulator.fault.FaultKind;
import dev.influx.simulator.fault.FaultRule;
import dev.influx.simulator.rate.Grant;
import dev.influx.simulator.wire.Delivery;
import dev.influx.simulator.wire.WireRequest;
import dev.influx.simulator.wire.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes answers for the wire out of replies, with the faults that befall them. */
final class Answers {

  private static final int BOMB = 64 << 20;
  private static final int MISSING_BYTES = 100;
  private static final double MILLIS = 1_000;

  private final Headers headers;

  Answers(Dialect dialect) {
    this.headers = new Headers(dialect);
  }

  /** An answer as the request wants it, with the state of the rate window if there is one. */
  WireResponse answer(
      WireRequest request,
      Instant now,
      Reply reply,
      Optional<Grant> grant,
      Optional<FaultRule> fault) {
    Map<String, String> all = new LinkedHashMap<>(headers.of(now, reply, grant, fault));
    byte[] body = fault.map(rule -> SpoiltBody.of(rule.kind(), reply.body())).orElse(reply.body());
    if (body.length > 0 && Packing.accepted(request)) {
      all.put("content-encoding", "gzip");
      body = packed(body, fault);
    } else if (is(fault, FaultKind.TRUNCATED_GZIP)) {
      body = SpoiltBody.half(body);
    }
    WireResponse response = WireResponse.of(reply.status(), all, body);
    return fault.map(rule -> sent(response, rule)).orElse(response);
  }

  private static byte[] packed(byte[] body, Optional<FaultRule> fault) {
    if (is(fault, FaultKind.GZIP_BOMB)) {
      return Packing.gzip(body, fault.get().bytes(BOMB));
    }
    byte[] packed = Packing.gzip(body);
    return is(fault, FaultKind.TRUNCATED_GZIP) ? SpoiltBody.half(packed) : packed;
  }

  private static WireResponse sent(WireResponse response, FaultRule rule) {
    return rule.kind() == FaultKind.CHUNKED
        ? response.chunked()
        : response.delivered(delivery(rule));
  }

  private static Delivery delivery(FaultRule rule) {
    return switch (rule.kind()) {
      case REFUSE_CONNECTIONS -> Delivery.refuse(time(rule, 2));
      case RESET_BEFORE_HEADERS -> Delivery.resetBeforeHeaders();
      case RESET_IN_BODY -> Delivery.resetInBody();
      case STALL -> Delivery.stall(time(rule, 30));
      case SLOW_DRIP -> Delivery.drip(time(rule, 5));
      case WRONG_CONTENT_LENGTH -> Delivery.missing(rule.bytes(MISSING_BYTES));
      default -> Delivery.whole();
    };
  }

  private static Duration time(FaultRule rule, double seconds) {
    return Duration.ofMillis((long) (rule.seconds(seconds) * MILLIS));
  }

  private static boolean is(Optional<FaultRule> fault, FaultKind kind) {
    return fault.isPresent() && fault.get().kind() == kind;
  }
}
