package dev.influx.scorer.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first few of many by some order; only those few are held. */
public final class Extremes<T> {
  private final int limit;
  private final Comparator<? super T> order;
  private final PriorityQueue<T> lastFirst;

  /**
   * Begins without any.
   *
   * @param order must tell all of them apart, if the same ones are to be kept whatever comes first
   */
  public Extremes(int limit, Comparator<? super T> order) {
    this.limit = limit;
    this.order = order;
    this.lastFirst = new PriorityQueue<>(order.reversed());
  }

  public void add(T candidate) {
    lastFirst.add(candidate);
    if (lastFirst.size() > limit) {
      lastFirst.remove();
    }
  }

  public List<T> inOrder() {
    return lastFirst.stream().sorted(order).toList();
  }
}
