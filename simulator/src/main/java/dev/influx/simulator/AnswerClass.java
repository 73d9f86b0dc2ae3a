package dev.influx.simulator;

import java.util.Locale;

/** What kind of answer a request got, which its status alone does not say. */
enum AnswerClass {
  OK,
  INVALID_REQUEST,
  NOT_FOUND,
  METHOD_NOT_ALLOWED,
  UNAUTHORIZED,
  RATE_LIMITED;

  /** As the journal writes it. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
