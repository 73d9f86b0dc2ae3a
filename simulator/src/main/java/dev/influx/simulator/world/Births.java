package dev.influx.simulator.world;

import dev.influx.simulator.population.Snowflake;
import java.time.Instant;

/**
 * When each author joined, and the id that follows from it. The time span is cut into as many slots
 * as there can be authors; a permutation gives each index its own slot. So no two authors share a
 * second, and an id leads back to its index without a table.
 */
final class Births {

  static final int MOST_AUTHORS = 1_000_000;

  /** Where the indexes of those begin who take over handles; as many fit as there are authors. */
  static final int NEWCOMERS = 1 << 21;

  private static final Instant FIRST = Instant.parse("2010-12-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2024-10-01T00:00:00Z");

  private static final int SLOT_BITS = Snowflake.LOW_BITS;
  private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
  private static final int STRIDE = 0x278DDE6D & SLOT_MASK;
  private static final int STRIDE_INVERSE = inverse(STRIDE);

  /** Less than a whole slot, so that neighbours stay seconds apart. */
  private static final double JITTER = 0.8;

  private static final long DAY = 86_400;

  private final long seed;
  private final int shift;

  Births(long seed) {
    this.seed = seed;
    this.shift = (int) Draws.mix(seed) & SLOT_MASK;
  }

  Instant of(int index) {
    double at = (slot(index) + JITTER * new Draws(seed, index).uniform(Trait.BIRTH));
    double share = at / (1 << SLOT_BITS);
    double early = (share + share * share) / 2;
    long span = LAST.toEpochMilli() - FIRST.toEpochMilli();
    Instant birth = FIRST.plusMillis((long) (early * span));
    boolean midnight = birth.getEpochSecond() % DAY == 0;
    return midnight ? birth.plusSeconds(1) : birth;
  }

  long id(int index) {
    return id(of(index), index);
  }

  /** For one who joined at another time than its slot would have it. */
  long id(Instant birth, int index) {
    return Snowflake.of(birth, slot(index));
  }

  /** The only index that can have the id. */
  int index(long id) {
    return ((int) (id & SLOT_MASK) - shift) * STRIDE_INVERSE & SLOT_MASK;
  }

  private int slot(int index) {
    return (index * STRIDE + shift) & SLOT_MASK;
  }

  /** Newton's iteration doubles the number of right bits of the inverse of an odd number. */
  private static int inverse(int odd) {
    int inverse = odd;
    for (int bits = 3; bits < Integer.SIZE; bits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
