package dev.influx.harvester.forecast;

import dev.influx.harvester.api.Lookup.By;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether everybody can be asked for again before the last answer is too old, and what happens if
 * not.
 *
 * @param authors how many there are
 * @param fitting how many of them can be asked for within the greatest age
 * @param age that is reached when they are asked in turn; nothing where some are never asked at
 *     all, zero where nothing holds anybody up
 * @param bottleneck what the age comes from; nothing where it is zero
 */
public record Feasibility(
    long authors, long fitting, Optional<Duration> age, Optional<Bottleneck> bottleneck) {

  private static final Duration DAY = Duration.ofDays(1);
  private static final BigInteger NANOS = BigInteger.valueOf(Duration.ofSeconds(1).toNanos());

  /** What a round through all authors waits for most. */
  public enum Bottleneck {
    LIMITS_BY_ID,
    LIMITS_BY_HANDLE,
    BUDGET,
    ROUND_TRIPS
  }

  /** One thing that takes its time, alone. */
  private record Hold(Bottleneck cause, long fitting, Optional<Duration> age) {

    boolean isWorseThan(Hold other) {
      return other.age.isPresent() && (age.isEmpty() || age.get().compareTo(other.age.get()) > 0);
    }
  }

  /**
   * What the bounds allow of a round that never ends.
   *
   * @param work all authors, and how they are asked
   * @param perDay how many users may be billed on a UTC day; nothing where any number may
   * @param maxAge an author is to be asked again within that time
   */
  public static Feasibility of(Work work, Limits limits, OptionalLong perDay, Duration maxAge) {
    Hold ids = byLimits(Bottleneck.LIMITS_BY_ID, By.ID, work, limits, maxAge);
    Hold handles = byLimits(Bottleneck.LIMITS_BY_HANDLE, By.HANDLE, work, limits, maxAge);
    Hold money = byBudget(work.authors(), perDay, maxAge);
    Hold workers = byRoundTrips(work, maxAge);
    Hold worst = ids;
    for (Hold hold : List.of(handles, money, workers)) {
      worst = hold.isWorseThan(worst) ? hold : worst;
    }
    long fitting = Math.min(ids.fitting() + handles.fitting(), money.fitting());
    boolean free = worst.age().filter(Duration::isZero).isPresent();
    return new Feasibility(
        work.authors(),
        Math.min(fitting, workers.fitting()),
        worst.age(),
        free ? Optional.empty() : Optional.of(worst.cause()));
  }

  /** Whether it can be done for everybody. */
  public boolean isEverybodyInTime() {
    return fitting == authors;
  }

  /** The scarcest of the allowances of one endpoint, in windows that follow each other. */
  private static Hold byLimits(Bottleneck cause, By by, Work work, Limits limits, Duration maxAge) {
    long authors = work.authors(by);
    Hold worst = new Hold(cause, authors, Optional.of(Duration.ZERO));
    for (RequestLimit limit : limits.of(by)) {
      Optional<Duration> age = share(limit.window(), work.batches(by), limit.requests());
      long requests = times(limit.requests(), maxAge, limit.window());
      Hold hold = new Hold(cause, fitting(authors, requests, work.batchSize()), age);
      worst = hold.isWorseThan(worst) ? hold : worst;
    }
    return worst;
  }

  /**
   * A user is billed once a day however often it is asked for, so that an age of less than a day
   * costs no more than one of a day.
   */
  private static Hold byBudget(long authors, OptionalLong perDay, Duration maxAge) {
    if (perDay.isEmpty() || authors == 0) {
      return new Hold(Bottleneck.BUDGET, authors, Optional.of(Duration.ZERO));
    }
    long each = perDay.getAsLong();
    Duration counted = maxAge.compareTo(DAY) < 0 ? DAY : maxAge;
    Optional<Duration> age =
        each >= authors ? Optional.of(Duration.ZERO) : share(DAY, authors, each);
    return new Hold(Bottleneck.BUDGET, Math.min(authors, times(each, counted, DAY)), age);
  }

  private static Hold byRoundTrips(Work work, Duration maxAge) {
    long batches = work.batches(By.ID) + work.batches(By.HANDLE);
    if (work.roundTrip().isZero()) {
      return new Hold(Bottleneck.ROUND_TRIPS, work.authors(), Optional.of(Duration.ZERO));
    }
    long requests = times(work.parallel(), maxAge, work.roundTrip());
    return new Hold(
        Bottleneck.ROUND_TRIPS,
        fitting(work.authors(), requests, work.batchSize()),
        share(work.roundTrip(), batches, work.parallel()));
  }

  /** Requests are whole batches; more than there are authors would be of no use. */
  private static long fitting(long authors, long requests, int batchSize) {
    return requests > authors ? authors : Math.min(authors, requests * batchSize);
  }

  /** How long it takes when so many of them are done in each period, rounded up. */
  private static Optional<Duration> share(Duration period, long all, long each) {
    if (all == 0) {
      return Optional.of(Duration.ZERO);
    }
    if (each == 0) {
      return Optional.empty();
    }
    BigInteger nanos = BigInteger.valueOf(period.toNanos()).multiply(BigInteger.valueOf(all));
    BigInteger least = BigInteger.valueOf(each);
    BigInteger[] whole =
        nanos.add(least).subtract(BigInteger.ONE).divide(least).divideAndRemainder(NANOS);
    return Optional.of(Duration.ofSeconds(whole[0].longValueExact(), whole[1].longValueExact()));
  }

  /** How many are done within a time when so many are in each period, rounded down. */
  private static long times(long each, Duration within, Duration period) {
    BigInteger done =
        BigInteger.valueOf(each)
            .multiply(BigInteger.valueOf(within.toNanos()))
            .divide(BigInteger.valueOf(period.toNanos()));
    return done.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
  }
}
