package dev.influx.embedded.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BrokerPlaceTest {
  @Test
  void isNamedByAWord() {
    assertThat(BrokerPlace.of("in-vm")).isEqualTo(BrokerPlace.IN_VM);
    assertThat(BrokerPlace.of("containers")).isEqualTo(BrokerPlace.CONTAINERS);
  }

  @Test
  void isNeverGuessed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrokerPlace.of("container"))
        .withMessage("influx.test.kafka must be in-vm or containers, not container");
  }

  @Test
  void namesSettingsAsTheImageReadsThem() {
    assertThat(ContainerBroker.variable("group.min.session.timeout.ms"))
        .isEqualTo("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS");
  }
}
