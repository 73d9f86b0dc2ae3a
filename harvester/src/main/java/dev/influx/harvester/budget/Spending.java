package dev.influx.harvester.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * What was spent of a budget, and what requests under way may still cost. X bills a user once in a
 * UTC day: who was billed today costs nothing more. Belongs to one thread.
 */
public final class Spending {
  /** With all attempts of it, and with clocks that differ. */
  private static final Duration LONGEST_REQUEST = Duration.ofMinutes(5);

  private final Budget budget;
  private final Prices prices;
  private final BilledIds today = new BilledIds();
  private LocalDate day = LocalDate.MIN;
  private long readsToday;
  private long readsBefore;
  private long reserved;

  public Spending(Budget budget, Prices prices) {
    this.budget = budget;
    this.prices = prices;
  }

  /**
   * What one request under way may cost at most.
   *
   * @param sent the UTC day on which it left
   * @param users the keys that may be billed
   */
  public record Reservation(LocalDate sent, long users) {}

  /**
   * The users of a request that may be billed at worst: everyone but those who are known to have
   * been billed today. Shortly before midnight that is everyone: the answer may count for tomorrow.
   *
   * @param ids asked for by their id
   * @param handles how many are asked for by their handle: nobody can tell who that is
   */
  public long worstCase(Collection<String> ids, int handles, Instant now) {
    turnTo(now);
    boolean late = dayOf(now.plus(LONGEST_REQUEST)).isAfter(day);
    return handles + ids.stream().filter(id -> late || !today.contains(id)).count();
  }

  /** What is left when every request under way costs as much as it can. */
  public Allowance left(Instant now) {
    turnTo(now);
    return budget.after(counted() + reserved, prices);
  }

  /** Whether that many more users may be asked for. */
  public boolean mayAsk(long users, Instant now) {
    return left(now).covers(users);
  }

  /** Sets aside what a request may cost; it is owed a {@link #settle} or a {@link #lose}. */
  public Reservation reserve(long users, Instant now) {
    turnTo(now);
    reserved += users;
    return new Reservation(day, users);
  }

  /**
   * Takes note of an answer. Of a request that left on the day before nobody knows on which day X
   * billed it: its users count now, and again when they are asked for once more.
   *
   * @param returned the ids of all users in it
   */
  public void settle(Reservation reservation, Collection<String> returned, Instant now) {
    turnTo(now);
    reserved -= reservation.users();
    boolean certain = reservation.sent().equals(day);
    for (String id : returned) {
      boolean billed = certain ? today.add(id) : !today.contains(id);
      readsToday += billed ? 1 : 0;
    }
  }

  /** Takes note that a request ended without an answer: X may have billed all of it. */
  public void lose(Reservation reservation, Instant now) {
    turnTo(now);
    reserved -= reservation.users();
    readsToday += reservation.users();
  }

  /** Takes note that a request was never sent, or refused unread. */
  public void release(Reservation reservation) {
    reserved -= reservation.users();
  }

  /**
   * Takes note of users that were billed before, in the order of time: a resumed run does not
   * forget what its predecessor spent.
   */
  public void recall(Collection<String> returned, Instant then) {
    settle(reserve(0, then), returned, then);
  }

  /** The billed users that count for the budget. */
  public long reads(Instant now) {
    turnTo(now);
    return counted();
  }

  /** All billed users, whatever the budget is for. */
  public long readsInAll() {
    return readsBefore + readsToday;
  }

  /** What they cost. */
  public Money cost(Instant now) {
    return prices.of(reads(now));
  }

  private long counted() {
    return budget.span() == Budget.Span.RUN ? readsBefore + readsToday : readsToday;
  }

  /** A clock that is set back does not begin another day. */
  private void turnTo(Instant now) {
    LocalDate date = dayOf(now);
    if (date.isAfter(day)) {
      day = date;
      readsBefore += readsToday;
      readsToday = 0;
      today.clear();
    }
  }

  private static LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }
}
