package dev.influx.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMeterTest {
  private static final List<String> STATUS =
      List.of("Name:\tjava", "VmPeak:\t 9999999 kB", "VmHWM:\t  123456 kB", "VmRSS:\t   1024 kB");

  @Test
  void readsKibibytesOfTheNamedField() {
    assertThat(ProcessMeter.statusBytes(STATUS, "VmHWM")).hasValue(123_456L * 1024);
    assertThat(ProcessMeter.statusBytes(STATUS, "VmRSS")).hasValue(1024L * 1024);
  }

  @Test
  void aFieldThatIsNotThereIsAbsent() {
    assertThat(ProcessMeter.statusBytes(STATUS, "VmSwap")).isEmpty();
  }

  @Test
  void aLivingProcessHasUsedSomeTime() {
    assertThat(new ProcessMeter(ProcessHandle.current()).cpu()).isPositive();
  }

  @Test
  void aDeadProcessCannotBeMeasured() throws Exception {
    Process process =
        new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();

    assertThatThrownBy(() -> new ProcessMeter(process.toHandle()).cpu())
        .isInstanceOf(UnableToMeasureException.class)
        .hasMessageContaining("CPU time of process " + process.pid());
  }
}
