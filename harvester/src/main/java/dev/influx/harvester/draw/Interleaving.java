package dev.influx.harvester.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Merges lists so that each advances in proportion to its weight as long as it lasts. The ideal is
 * a fluid that drains all lists at the same time, each at a rate of its weight; after every step
 * each list is less than one item away from it. This is worst-case fair weighted fair queueing:
 * among the lists whose next item has begun to flow out, the one whose item is out first comes
 * next.
 */
final class Interleaving {
  private static final double ROUNDING = 1e-9;

  private final long[] sizes;
  private final double[] weights;
  private final long[] taken;
  private final Fluid fluid;

  private Interleaving(long[] sizes, double[] weights) {
    this.sizes = sizes;
    this.weights = weights;
    this.taken = new long[sizes.length];
    this.fluid = new Fluid(sizes, weights);
  }

  /**
   * The items of all lists, those of each in their order.
   *
   * @param weights greater than 0, one for each list
   */
  static <T> List<T> of(List<List<T>> lists, double[] weights) {
    long[] sizes = lists.stream().mapToLong(List::size).toArray();
    Interleaving state = new Interleaving(sizes, weights);
    long all = IntStream.range(0, sizes.length).mapToLong(i -> sizes[i]).sum();
    List<T> merged = new ArrayList<>((int) all);
    while (merged.size() < all) {
      int next = state.next();
      merged.add(lists.get(next).get((int) state.taken[next]));
      state.taken[next]++;
    }
    return merged;
  }

  private int next() {
    double level = fluid.afterOneMore();
    int best = -1;
    for (int i = 0; i < sizes.length; i++) {
      if (taken[i] < sizes[i] && (best < 0 || isBefore(i, best, level))) {
        best = i;
      }
    }
    return best;
  }

  private boolean isBefore(int one, int other, double level) {
    boolean begun = hasBegun(one, level);
    if (begun != hasBegun(other, level)) {
      return begun;
    }
    return (taken[one] + 1) / weights[one] < (taken[other] + 1) / weights[other];
  }

  private boolean hasBegun(int list, double level) {
    return taken[list] / weights[list] < level * (1 - ROUNDING);
  }

  /** How far the fluid has sunk: by weight times level in each list, as long as it lasts. */
  static final class Fluid {
    private final List<double[]> stages;
    private double active;
    private double level;
    private int stage;

    Fluid(long[] sizes, double[] weights) {
      this.stages =
          IntStream.range(0, sizes.length)
              .filter(i -> sizes[i] > 0)
              .mapToObj(i -> new double[] {sizes[i] / weights[i], weights[i]})
              .sorted(Comparator.comparingDouble(empties -> empties[0]))
              .toList();
      this.active = stages.stream().mapToDouble(empties -> empties[1]).sum();
    }

    /** The level once one more item of all lists together has flowed out. */
    double afterOneMore() {
      double rest = 1;
      while (stage < stages.size() && (stages.get(stage)[0] - level) * active <= rest) {
        rest -= (stages.get(stage)[0] - level) * active;
        level = stages.get(stage)[0];
        active -= stages.get(stage)[1];
        stage++;
      }
      level += stage < stages.size() ? rest / active : 0;
      return level;
    }
  }
}
