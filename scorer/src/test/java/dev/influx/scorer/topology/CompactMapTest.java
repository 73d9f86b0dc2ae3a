package dev.influx.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactMapTest {
  private static final int SMALL_ARRAYS = 16 << 10;

  private final CompactMap map = new CompactMap(SMALL_ARRAYS);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void hasWhatAMapOfObjectsHas(long seed) {
    Random random = new Random(seed);
    Map<String, byte[]> expected = new HashMap<>();
    for (int step = 0; step < 60_000; step++) {
      String key = Integer.toString(random.nextInt(1_500) * 7_919);
      if (random.nextInt(4) == 0) {
        assertThat(map.remove(bytes(key))).isEqualTo(expected.remove(key) != null);
      } else {
        byte[] value = new byte[random.nextInt(random.nextInt(20) == 0 ? 3_000 : 200)];
        random.nextBytes(value);
        expected.put(key, value);
        map.put(bytes(key), value);
      }
    }
    assertThat(map.size()).as("seed %d", seed).isEqualTo(expected.size());
    for (int number = 0; number < 1_500; number++) {
      String key = Integer.toString(number * 7_919);
      assertThat(map.get(bytes(key))).as("seed %d: %s", seed, key).isEqualTo(expected.get(key));
    }
    assertThat(keys()).as("seed %d", seed).isEqualTo(new TreeSet<>(expected.keySet()));
  }

  @Test
  void givesBackWhatNobodyUses() {
    for (int round = 1; round <= 100; round++) {
      for (int number = 0; number < 1_000; number++) {
        map.put(bytes("key " + number), new byte[round * 2]);
      }
    }
    long live = 1_000L * (200 + 12 + 16 + 16);

    assertThat(map.bytes()).isLessThan(live * 2);
  }

  @Test
  void staysSmallHoweverManyComeAndGo() {
    for (int number = 0; number < 200_000; number++) {
      map.put(bytes("key " + number), bytes("value " + number));
      assertThat(map.remove(bytes("key " + number))).isTrue();
    }

    assertThat(map.size()).isZero();
    assertThat(map.bytes()).isLessThan(4 * SMALL_ARRAYS);
  }

  @Test
  void takesLittleForAFewEntries() {
    map.put(bytes("one"), bytes("1"));

    assertThat(map.bytes()).isLessThan(8_192);
  }

  @Test
  void hasRoomForAnEntryLongerThanItsArrays() {
    byte[] value = new byte[3 * SMALL_ARRAYS];
    Arrays.fill(value, (byte) 9);

    map.put(bytes("long"), value);
    map.put(bytes("short"), bytes("s"));

    assertThat(map.get(bytes("long"))).isEqualTo(value);
    assertThat(map.get(bytes("short"))).isEqualTo(bytes("s"));
  }

  @Test
  void refusesAnEntryThatNoAddressReaches() {
    assertThatThrownBy(() -> map.put(bytes("too long"), new byte[Segments.LARGEST]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too long");
    assertThat(map.get(bytes("too long"))).isNull();
  }

  @Test
  void anEmptyKeyAndAnEmptyValueAreAnEntry() {
    map.put(new byte[0], new byte[0]);

    assertThat(map.get(new byte[0])).isEmpty();
    assertThat(map.get(bytes("x"))).isNull();
  }

  @Test
  void isEmptyAgainAfterwards() {
    map.put(bytes("one"), bytes("1"));
    map.clear();

    assertThat(map.size()).isZero();
    assertThat(map.get(bytes("one"))).isNull();
    map.put(bytes("one"), bytes("2"));
    assertThat(map.get(bytes("one"))).isEqualTo(bytes("2"));
  }

  private Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    map.forEachKey(key -> keys.add(new String(key, StandardCharsets.UTF_8)));
    return keys;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
