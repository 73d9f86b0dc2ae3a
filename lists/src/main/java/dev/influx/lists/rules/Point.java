package dev.influx.lists.rules;

import dev.influx.lists.canonical.Written;
import java.time.Instant;

/**
 * An account whose id and date of creation are known; written as {@code 12 2006-03-21T20:50:14Z}.
 */
public record Point(long accountId, Instant madeAt) implements Written.AsScalar {
  @Override
  public String scalar() {
    return accountId + " " + madeAt;
  }
}
