package dev.influx.simulator;

import static dev.influx.simulator.TestingClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.simulator.TestingClient.Answer;
import dev.influx.simulator.money.Budget;
import dev.influx.simulator.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MoneyTest {

  private final TestingClock clock = new TestingClock(Instant.parse("2026-03-03T23:59:00Z"));
  private Simulator simulator;
  private TestingClient client;

  @AfterEach
  void close() {
    simulator.close();
  }

  private void start(Budget budget) {
    simulator =
        Simulator.start(
            SimulatorSettings.defaults()
                .withAuthors(100)
                .withVirtualTime(World.START, 0)
                .withClock(clock)
                .with(budget));
    client = new TestingClient(simulator);
  }

  @Test
  void aUserCostsACentOnceInAUtcDay() {
    start(Budget.unlimited());
    client.get(users(0, 3));
    client.get(users(2, 5));
    assertThat(simulator.meter().spent()).isEqualByComparingTo("0.050");

    clock.advance(Duration.ofSeconds(60));
    client.get(users(0, 1));
    assertThat(client.getWithout("/_sim/meter").json())
        .isEqualTo(
            json(
                """
                {"standing":"open","spent":"0.060",
                "returned":{"user":7,"post":0,"list":0},"billed":{"user":6,"post":0,"list":0},
                "billed_by_day":{"2026-03-03":5,"2026-03-04":1}}
                """));
  }

  @Test
  void whoIsNotThereCostsNothing() {
    start(Budget.unlimited().withCredits(BigDecimal.ONE));
    client.get("/2/users/by?usernames=nobody,noone");

    assertThat(simulator.meter().spent()).isEqualByComparingTo("0");
    assertThat(simulator.meter().creditsLeft()).contains(BigDecimal.ONE);
  }

  @Test
  void refusesWhenTheCreditsAreUsedUp() {
    start(Budget.unlimited().withCredits(new BigDecimal("0.03")));
    assertThat(client.get(users(0, 2)).status()).isEqualTo(200);
    assertThat(client.get(users(2, 5)).status()).isEqualTo(200);
    Answer refused = client.get(users(5, 6));

    assertThat(refused.status()).isEqualTo(402);
    assertThat(refused.json())
        .isEqualTo(
            json(
                """
                {"title":"Payment Required","detail":"credits depleted",
                "type":"https://api.twitter.com/2/problems/credits-depleted","status":402}
                """));
    assertThat(refused.header("x-rate-limit-remaining")).isEqualTo("297");
    assertThat(simulator.meter().creditsLeft()).contains(new BigDecimal("-0.020"));
    assertThat(client.getWithout("/_sim/meter").json().at("/standing").asText())
        .isEqualTo("credits_depleted");
  }

  @Test
  void refusesAtTheCapOfSpendingUntilTheMonthEnds() {
    start(Budget.unlimited().withSpendCap(new BigDecimal("0.01")));
    assertThat(client.get(users(0, 1)).status()).isEqualTo(200);
    assertThat(client.get(users(1, 2)).status()).isEqualTo(402);

    clock.advance(Duration.ofDays(28));
    assertThat(client.get(users(1, 2)).status()).isEqualTo(402);
    clock.advance(Duration.ofMinutes(1));
    assertThat(client.get(users(1, 2)).status()).isEqualTo(200);
  }

  @Test
  void refusesAtTheCapOfTheMonthWithMuchOfTheWindowLeft() {
    start(Budget.unlimited().withMonthlyReads(2));
    client.get(users(0, 2));
    Answer refused = client.get(users(2, 3));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text()).contains("\"account_id\":1650000000000000042,");
    assertThat(refused.json())
        .isEqualTo(
            json(
                """
                {"account_id":1650000000000000042,"product_name":"standard-basic",
                "title":"UsageCapExceeded","period":"Monthly","scope":"Product",
                "detail":"Usage cap exceeded: Monthly product cap",
                "type":"https://api.twitter.com/2/problems/usage-capped"}
                """));
    assertThat(refused.header("x-rate-limit-remaining")).isEqualTo("298");
  }

  private String users(int from, int to) {
    return "/2/users?ids="
        + IntStream.range(0, 100)
            .mapToObj(i -> simulator.world().at(i, World.START))
            .flatMap(found -> found.stream())
            .filter(user -> !user.suspended())
            .skip(from)
            .limit(to - from)
            .map(user -> user.id())
            .collect(Collectors.joining(","));
  }
}
