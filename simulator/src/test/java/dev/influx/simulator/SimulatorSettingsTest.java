package dev.influx.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.simulator.SimulatorSettings.Address;
import dev.influx.simulator.SimulatorSettings.Authors;
import dev.influx.simulator.SimulatorSettings.VirtualTime;
import dev.influx.simulator.rate.Limits;
import dev.influx.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatorSettingsTest {

  private static final SimulatorSettings DEFAULTS = SimulatorSettings.defaults();

  @Test
  void everythingCanBeChosen() {
    AccessToken token = AccessToken.of("t");
    TestingClock clock = new TestingClock(Instant.EPOCH);
    Instant start = World.START.plusSeconds(1);

    assertThat(
            DEFAULTS
                .withHost("0.0.0.0")
                .withPort(8080)
                .withAuthors(10)
                .withSeed(3)
                .withVirtualTime(start, 60)
                .withRateLimit(5, Duration.ofSeconds(2))
                .withDialect(Dialect.POST)
                .withToken(token)
                .withClock(clock))
        .isEqualTo(
            new SimulatorSettings(
                new Address("0.0.0.0", 8080),
                new Authors(10, 3),
                new VirtualTime(start, 60),
                Limits.of(5, Duration.ofSeconds(2)),
                Dialect.POST,
                token,
                clock));
  }

  @Test
  void theDefaultsAreLocalAndHaveTheLimitsOfTheApi() {
    assertThat(DEFAULTS.address().host()).isEqualTo("127.0.0.1");
    assertThat(DEFAULTS.address().port()).isZero();
    assertThat(DEFAULTS.authors().count()).isEqualTo(2_000);
    assertThat(DEFAULTS.limits().requests()).isEqualTo(300);
    assertThat(DEFAULTS.limits().window()).isEqualTo(Duration.ofMinutes(15));
    assertThat(DEFAULTS.dialect()).isEqualTo(Dialect.LEGACY);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatCannotBe(UnaryOperator<SimulatorSettings> change) {
    assertThatThrownBy(() -> change.apply(DEFAULTS)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Stream<UnaryOperator<SimulatorSettings>> wrong() {
    return Stream.of(
        s -> s.withHost(" "),
        s -> s.withPort(-1),
        s -> s.withPort(65_536),
        s -> s.withAuthors(0),
        s -> s.withAuthors(1_000_001),
        s -> s.withVirtualTime(World.START, -1),
        s -> s.withVirtualTime(World.START, Double.NaN),
        s -> s.withVirtualTime(World.START.minusSeconds(1), 1),
        s -> s.withRateLimit(0, Duration.ofSeconds(1)),
        s -> s.withRateLimit(1, Duration.ZERO),
        s -> s.withRateLimit(1, Duration.ofMillis(1_500)));
  }
}
