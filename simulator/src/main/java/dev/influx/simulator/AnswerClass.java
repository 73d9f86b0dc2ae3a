package dev.influx.simulator;

import java.util.Locale;

/** What kind of answer a request got, which its status alone does not say. */
enum AnswerClass {
  OK,
  INVALID_REQUEST,
  NOT_FOUND,
  METHOD_NOT_ALLOWED,
  CONFLICT,
  UNAUTHORIZED,
  NOT_ENROLLED,
  /** The window is full, or the pool of 24 hours is. */
  RATE_LIMITED,
  /** Too many requests within a second, though the window has some left. */
  TOO_FAST,
  CREDITS_DEPLETED,
  SPEND_CAPPED,
  USAGE_CAPPED,
  /** A fault took the place of the answer. */
  FAULT;

  /** As the journal writes it. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
