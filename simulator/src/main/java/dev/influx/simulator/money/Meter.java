package dev.influx.simulator.money;

import dev.influx.simulator.money.Billed.Resource;
import dev.influx.simulator.money.MeterReading.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Adds up what answers cost. Safe for use by many threads. */
public final class Meter {

  private static final int DAYS_KEPT = 92;

  private final Budget budget;
  private final Map<Resource, Long> returned = new EnumMap<>(Resource.class);
  private final Map<Resource, Long> billed = new EnumMap<>(Resource.class);
  private final Map<Resource, LongSet> paidToday = new EnumMap<>(Resource.class);
  private final NavigableMap<LocalDate, Long> days = new TreeMap<>();
  private LocalDate today = LocalDate.EPOCH;
  private BigDecimal spentThisMonth = BigDecimal.ZERO;

  public Meter(Budget budget) {
    this.budget = budget;
  }

  /** Counts what an answer holds. What was paid for since midnight UTC costs nothing. */
  public synchronized void charge(Collection<Billed> answer, Instant now) {
    turnTo(LocalDate.ofInstant(now, ZoneOffset.UTC));
    long paid = 0;
    for (Billed one : answer) {
      Resource resource = one.resource();
      returned.merge(resource, 1L, Long::sum);
      if (paidToday.get(resource).add(Long.parseLong(one.id()))) {
        billed.merge(resource, 1L, Long::sum);
        spentThisMonth = spentThisMonth.add(resource.price());
        paid++;
      }
    }
    days.merge(today, paid, Long::sum);
  }

  /** Whether another answer may be bought. */
  public synchronized Standing standing(Instant now) {
    turnTo(LocalDate.ofInstant(now, ZoneOffset.UTC));
    if (budget.credits().isPresent() && budget.credits().get().compareTo(spent()) <= 0) {
      return Standing.CREDITS_DEPLETED;
    } else if (budget.spendCap().isPresent()
        && budget.spendCap().get().compareTo(spentThisMonth) <= 0) {
      return Standing.SPEND_CAPPED;
    }
    boolean capped =
        budget.monthlyReads().isPresent() && readsThisMonth() >= budget.monthlyReads().getAsLong();
    return capped ? Standing.USAGE_CAPPED : Standing.OPEN;
  }

  public synchronized MeterReading reading(Instant now) {
    return new MeterReading(
        standing(now),
        spent(),
        budget.credits().map(credits -> credits.subtract(spent())),
        new EnumMap<>(returned),
        new EnumMap<>(billed),
        new TreeMap<>(days));
  }

  public Budget budget() {
    return budget;
  }

  private void turnTo(LocalDate day) {
    if (day.equals(today)) {
      return;
    }
    if (!YearMonth.from(day).equals(YearMonth.from(today))) {
      spentThisMonth = BigDecimal.ZERO;
    }
    today = day;
    for (Resource resource : Resource.values()) {
      paidToday.put(resource, new LongSet());
    }
    days.headMap(day.minusDays(DAYS_KEPT)).clear();
  }

  private BigDecimal spent() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Resource, Long> entry : billed.entrySet()) {
      sum = sum.add(entry.getKey().price().multiply(BigDecimal.valueOf(entry.getValue())));
    }
    return sum;
  }

  private long readsThisMonth() {
    return days.tailMap(today.withDayOfMonth(1)).values().stream().mapToLong(n -> n).sum();
  }
}
