package dev.influx.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.runtime.Health;
import dev.influx.sink.Standing.Phase;
import org.junit.jupiter.api.Test;

class TroublesTest {
  private final Troubles troubles = new Troubles();
  private final Standing standing = new Standing(troubles);

  @Test
  void theOneThatExplainsTheOthersComesFirst() {
    troubles.raise(Troubles.Kind.COMMIT, "no commit");
    troubles.raise(Troubles.Kind.BROKER, "no broker");
    assertThat(troubles.foremost()).contains("no broker");

    troubles.settle(Troubles.Kind.BROKER);
    assertThat(troubles.foremost()).contains("no commit");

    troubles.settle(Troubles.Kind.COMMIT);
    assertThat(troubles.foremost()).isEmpty();
  }

  @Test
  void aSinkIsReadyWhenItFollowsWithoutTrouble() {
    assertThat(standing.health().state()).isEqualTo(Health.State.BUSY);
    standing.enter(Phase.CATCHING_UP);
    assertThat(standing.health().state()).isEqualTo(Health.State.BUSY);
    standing.enter(Phase.FOLLOWING);
    assertThat(standing.health()).isEqualTo(Health.ready());

    troubles.raise(Troubles.Kind.DISK, "disk full");
    assertThat(standing.health()).isEqualTo(Health.busy("disk full"));

    standing.fail("the sink stopped");
    assertThat(standing.health()).isEqualTo(Health.failed("the sink stopped"));
  }

  @Test
  void askingSomethingForAMomentIsNoTrouble() {
    standing.enter(Phase.FOLLOWING);
    standing.startWaiting("the schema registry");
    assertThat(standing.health()).isEqualTo(Health.ready());
    standing.stopWaiting();
    assertThat(standing.health()).isEqualTo(Health.ready());
  }
}
