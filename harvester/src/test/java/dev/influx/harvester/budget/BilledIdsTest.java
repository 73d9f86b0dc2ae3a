package dev.influx.harvester.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BilledIdsTest {

  @Test
  void isASet() {
    Random random = new Random(7);
    BilledIds ids = new BilledIds();
    Set<String> model = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String id = Integer.toString(random.nextInt(9_000));
      assertThat(ids.contains(id)).as(id).isEqualTo(model.contains(id));
      assertThat(ids.add(id)).as(id).isEqualTo(model.add(id));
    }
    ids.clear();
    assertThat(ids.contains("0")).isFalse();
    assertThat(ids.add("17")).isTrue();
  }

  @Test
  void takesNineteenDigits() {
    BilledIds ids = new BilledIds();

    assertThat(ids.add("9999999999999999999")).isTrue();
    assertThat(ids.contains("9999999999999999999")).isTrue();
    assertThat(ids.contains("9999999999999999998")).isFalse();
  }
}
