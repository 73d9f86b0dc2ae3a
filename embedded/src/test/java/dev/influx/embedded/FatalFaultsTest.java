package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FatalFaultsTest {
  private final FatalFaults faults = new FatalFaults();
  private final AtomicInteger actions = new AtomicInteger();

  @Test
  void reportsTheFirstFatalFault() {
    RuntimeException cause = new IllegalStateException("disk gone");

    RuntimeException fault =
        faults.build("raft", true, actions::incrementAndGet).handleFault("cannot go on", cause);
    faults.build("raft", true, actions::incrementAndGet).handleFault("nor now");

    assertThat(fault).hasMessageContaining("cannot go on").hasCause(cause);
    assertThat(faults.cause()).containsSame(fault);
    assertThat(faults.first()).isCompletedWithValue(fault);
    assertThat(actions).hasValue(2);
  }

  @Test
  void goesOnAfterOthers() {
    faults.build("metrics", false, actions::incrementAndGet).handleFault("never mind");

    assertThat(faults.cause()).isEmpty();
    assertThat(faults.first()).isNotDone();
    assertThat(actions).hasValue(1);
  }

  @Test
  void cannotBeReportedByAListener() {
    CompletableFuture<Throwable> listener = faults.first();

    listener.complete(new IllegalStateException("forged"));

    assertThat(faults.cause()).isEmpty();
  }
}
