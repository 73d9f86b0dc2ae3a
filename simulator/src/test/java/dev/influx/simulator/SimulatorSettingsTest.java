package dev.influx.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.simulator.SimulatorSettings.Access;
import dev.influx.simulator.SimulatorSettings.Address;
import dev.influx.simulator.SimulatorSettings.Authors;
import dev.influx.simulator.SimulatorSettings.VirtualTime;
import dev.influx.simulator.fault.FaultScript;
import dev.influx.simulator.money.Budget;
import dev.influx.simulator.rate.Limits;
import dev.influx.simulator.world.World;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatorSettingsTest {

  private static final SimulatorSettings DEFAULTS = SimulatorSettings.defaults();

  @Test
  void everythingCanBeChosen() {
    Access access = new Access(AccessToken.of("t"), "k", AccessToken.of("s"), false);
    TestingClock clock = new TestingClock(Instant.EPOCH);
    Instant start = World.START.plusSeconds(1);
    FaultScript faults = FaultScript.parse("faults: [{kind: stall}]", "x");

    assertThat(
            DEFAULTS
                .withHost("0.0.0.0")
                .withPort(8080)
                .withAuthors(10)
                .withSeed(3)
                .withVirtualTime(start, 60)
                .with(access)
                .withRateLimit(5, Duration.ofSeconds(2))
                .with(Budget.unlimited().withMonthlyReads(9))
                .withDialect(Dialect.POST)
                .with(Paging.usual().changing())
                .with(faults)
                .withJournal(Path.of("j"))
                .withClock(clock))
        .isEqualTo(
            new SimulatorSettings(
                new Address("0.0.0.0", 8080),
                new Authors(10, 3),
                new VirtualTime(start, 60),
                access,
                Limits.of(5, Duration.ofSeconds(2)),
                Budget.unlimited().withMonthlyReads(9),
                Answering.defaults().withDialect(Dialect.POST),
                Paging.usual().changing(),
                faults,
                Optional.of(Path.of("j")),
                clock));
  }

  @Test
  void theDefaultsAreLocalAndHaveTheLimitsOfTheApi() {
    assertThat(DEFAULTS.address().host()).isEqualTo("127.0.0.1");
    assertThat(DEFAULTS.address().port()).isZero();
    assertThat(DEFAULTS.authors().count()).isEqualTo(2_000);
    assertThat(DEFAULTS.limits().requests()).isEqualTo(300);
    assertThat(DEFAULTS.limits().window()).isEqualTo(Duration.ofMinutes(15));
    assertThat(DEFAULTS.answering().dialect()).isEqualTo(Dialect.LEGACY);
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
        s -> s.withRateLimit(1, Duration.ofMillis(1_500)),
        s -> s.with(Limits.off().withPerSecond(0)),
        s -> s.with(Limits.off().withPerDay(0)),
        s -> s.with(Budget.unlimited().withCredits(BigDecimal.valueOf(-1))),
        s -> s.with(Budget.unlimited().withSpendCap(BigDecimal.valueOf(-1))),
        s -> s.with(Budget.unlimited().withMonthlyReads(-1)),
        s -> s.with(Answering.defaults().withItems(false, false, 1.5)),
        s -> s.with(Answering.defaults().withMissingStatus(400)),
        s -> s.with(Answering.defaults().withChecks(Answering.Check.AUTH)));
  }
}
