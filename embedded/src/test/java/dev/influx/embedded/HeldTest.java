package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldTest {
  private final Held held = new Held();
  private final List<String> closed = new ArrayList<>();

  @Test
  void givesAllBackInReverseOrderAndOnce() {
    held.<AutoCloseable>add(() -> closed.add("first"));
    held.<AutoCloseable>add(
        () -> {
          throw new IOException("stuck");
        });
    held.<AutoCloseable>add(() -> closed.add("last"));

    held.close();
    held.close();

    assertThat(closed).containsExactly("last", "first");
  }
}
