package dev.influx.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThreadMeterTest {
  private static final String LINE =
      "31339 (a (b) c) S 1 2 3 0 -1 4194304 9 0 0 0 150 25 0 0 20 0 31 0 1 2 3\n";

  @Test
  void nameAndTimeStandWhereLinuxPutsThem() {
    assertThat(ThreadMeter.name(LINE)).isEqualTo("a (b) c");
    assertThat(ThreadMeter.used(LINE)).isEqualTo(Duration.ofMillis(1750));
  }

  @Test
  void onlyThreadsThatAreCalledSoAreCounted() throws Exception {
    Thread busy = new Thread(ThreadMeterTest::work, "influx-busy");
    ThreadMeter meter = new ThreadMeter(ProcessHandle.current());
    assertThat(meter.cpu(Set.of("influx-busy"))).isZero();

    busy.start();
    try {
      while (meter.cpu(Set.of("influx-busy", "influx-nobody")).isZero()) {
        Thread.onSpinWait();
      }
      assertThat(meter.cpu(Set.of("influx-nobody"))).isZero();
    } finally {
      busy.interrupt();
      busy.join();
    }
  }

  private static void work() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }
}
