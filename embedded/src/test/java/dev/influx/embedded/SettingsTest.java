package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Path DIRECTORY = Path.of("data");

  @Test
  void addsOverridesToTheSingleNodeSettings() throws Exception {
    BrokerSettings settings =
        BrokerSettings.in(DIRECTORY).withPort(9).with("num.io.threads", "9").with("a", "b");

    assertThat(settings)
        .isEqualTo(new BrokerSettings(DIRECTORY, 9, Map.of("num.io.threads", "9", "a", "b")));
    try (ListeningSockets sockets = ListeningSockets.bind(0)) {
      assertThat(NodeProperties.of(settings, DIRECTORY, sockets))
          .containsEntry("num.io.threads", "9")
          .containsEntry("a", "b")
          .containsEntry("auto.create.topics.enable", "false")
          .containsEntry("advertised.listeners", "CLIENTS://" + sockets.clients())
          .containsEntry("log.dirs", "data");
    }
  }

  @Test
  void doesNotChangeWithTheMapItWasMadeFrom() {
    Map<String, String> overrides = new HashMap<>(Map.of("a", "1"));
    BrokerSettings settings = new BrokerSettings(DIRECTORY, 0, overrides);
    overrides.put("a", "2");

    assertThat(settings.overrides()).containsExactly(Map.entry("a", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"listeners", "log.dirs", "node.id", "controller.quorum.voters"})
  void keepsItsIdentityToItself(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrokerSettings.in(DIRECTORY).with(key, "x"))
        .withMessageContaining(key);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65536})
  void knowsWhatAPortIs(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BrokerSettings.in(DIRECTORY).withPort(port))
        .withMessageContaining("" + port);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegistrySettings.in(DIRECTORY).withPort(port))
        .withMessageContaining("" + port);
  }
}
