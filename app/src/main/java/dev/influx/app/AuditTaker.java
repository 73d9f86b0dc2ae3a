package dev.influx.app;

import dev.influx.validator.audit.AuditedAuthor;

/** Who gets the authors of an audit. */
interface AuditTaker {
  void take(AuditedAuthor author);

  /** Whether what an author says of himself may be needed. */
  boolean mayShow(AuditedAuthor author);
}
