package dev.influx.simulator.fault;

import dev.influx.simulator.fault.FaultRule.Option;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that can go wrong with an answer. */
public enum FaultKind {
  /** JSON of status 500. */
  ERROR_500(Group.ANSWER),
  /** HTML of a gateway, status 502. */
  ERROR_502(Group.ANSWER),
  ERROR_503_JSON(Group.ANSWER),
  /** The two words and nothing else. */
  ERROR_503_TEXT(Group.ANSWER),
  /** What a proxy says that could not connect. */
  ERROR_503_ENVOY(Group.ANSWER),
  ERROR_503_HTML(Group.ANSWER),
  /** The edge refuses, which passes. */
  ERROR_403_HTML(Group.ANSWER),
  /** The API refuses, which does not pass. */
  ERROR_403_JSON(Group.ANSWER),
  ERROR_403_NOT_ENROLLED(Group.ANSWER),
  ERROR_403_SUSPENDED_CALLER(Group.ANSWER),
  ERROR_401(Group.ANSWER),
  /** Credits that are used up. */
  ERROR_402(Group.ANSWER),
  ERROR_404(Group.ANSWER),
  ERROR_408(Group.ANSWER),
  /** Too many requests, though the window has some left. */
  ERROR_429(Group.ANSWER),
  /** The cap of the month. */
  ERROR_429_USAGE_CAPPED(Group.ANSWER),
  /** To another host, which must not get the token. */
  REDIRECT_301(Group.ANSWER, Option.TO),
  REDIRECT_307(Group.ANSWER, Option.TO),

  /** All connections end, and for a time nobody can connect. */
  REFUSE_CONNECTIONS(Group.NETWORK, Option.SECONDS),
  RESET_BEFORE_HEADERS(Group.NETWORK),
  RESET_IN_BODY(Group.NETWORK),
  /** Not a byte, for a time. */
  STALL(Group.NETWORK, Option.SECONDS),
  SLOW_DRIP(Group.NETWORK, Option.SECONDS),
  /** A length of some bytes more than there are. */
  WRONG_CONTENT_LENGTH(Group.NETWORK, Option.BYTES),
  CHUNKED(Group.NETWORK),

  EMPTY_BODY(Group.BODY),
  /** Half of the JSON, packed well. */
  TRUNCATED_JSON(Group.BODY),
  TRUNCATED_GZIP(Group.BODY),
  /** Blanks that pack well before the JSON. */
  GZIP_BOMB(Group.BODY, Option.BYTES),
  INVALID_UTF8(Group.BODY),
  DUPLICATE_KEYS(Group.BODY),
  UNKNOWN_KEYS(Group.BODY),
  NUMBERS_AS_STRINGS(Group.BODY),

  DATE_UTC(Group.HEADERS),
  DATE_GMT(Group.HEADERS),
  DATE_ABSENT(Group.HEADERS),
  /** A server whose clock is some seconds ahead, or behind if they are negative. */
  CLOCK_SKEW(Group.HEADERS, Option.SECONDS),
  RATE_RESET_PAST(Group.HEADERS),
  RATE_RESET_FAR(Group.HEADERS),
  RATE_RESET_NO_NUMBER(Group.HEADERS),
  RATE_HEADERS_ABSENT(Group.HEADERS),
  /** Seconds to wait, which X does not send. */
  RETRY_AFTER(Group.HEADERS, Option.SECONDS);

  private final Group group;
  private final Optional<Option> option;

  FaultKind(Group group) {
    this.group = group;
    this.option = Optional.empty();
  }

  FaultKind(Group group, Option option) {
    this.group = group;
    this.option = Optional.of(option);
  }

  /** What of an answer a fault concerns. */
  public enum Group {
    /** Another answer takes its place: the request is not seen by the API, and costs nothing. */
    ANSWER,
    /** The answer is made and paid for, and lost on its way. */
    NETWORK,
    /** The answer is paid for, and its body is spoilt. */
    BODY,
    /** The answer is good but for a header. */
    HEADERS
  }

  public Group group() {
    return group;
  }

  /** As scripts and the journal write it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean takes(Option other) {
    return option.filter(other::equals).isPresent();
  }

  static Optional<FaultKind> of(String wire) {
    return Stream.of(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
  }

  static List<String> names() {
    return Stream.of(values()).map(FaultKind::wire).toList();
  }
}
