package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.harvester.HarvestProgress;
import dev.influx.harvester.HarvestProgress.Batches;
import dev.influx.harvester.HarvestProgress.Spent;
import dev.influx.harvester.budget.Money;
import dev.influx.harvester.errand.Counterpart;
import dev.influx.harvester.errand.RunDescription;
import dev.influx.harvester.errand.Source;
import dev.influx.harvester.plan.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a run over a list says in the end. */
class HarvestSummaryTest {
  private static final RunDescription RUN =
      new RunDescription(
          "20260303-100000-4f2a",
          "2026-03-03T10:00:00Z",
          new Counterpart("x_api", "https://api.x.com"),
          List.of(new Source("handles.txt", "ab12")),
          1_196,
          7,
          4,
          false);

  @Test
  void hasEveryKeyWhateverThereIs() throws IOException {
    Golden.check("harvest/summary.json", json(whole()));
  }

  @Test
  void isATableForPeople() throws IOException {
    Golden.check("harvest/summary.txt", String.join("\n", whole().lines()) + "\n");
  }

  @Test
  void saysWhatIsOpenOfARunThatWasStopped() throws IOException {
    Golden.check("harvest/summary-stopped.json", json(stopped()));
    Golden.check("harvest/summary-stopped.txt", String.join("\n", stopped().lines()) + "\n");
  }

  @Test
  void addsUp() throws IOException {
    for (HarvestSummary summary : List.of(whole(), stopped())) {
      JsonNode json = new ObjectMapper().readTree(json(summary));
      long outcomes =
          StreamSupport.stream(json.get("outcomes").spliterator(), false)
              .mapToLong(JsonNode::asLong)
              .sum();
      assertThat(outcomes + json.get("pending").asLong()).isEqualTo(json.get("requested").asLong());
    }
  }

  private static HarvestSummary whole() {
    return new HarvestSummary(
        RUN,
        progress(
            Map.of(
                Ending.FOUND, 1_100,
                Ending.NOT_FOUND, 60,
                Ending.SUSPENDED, 30,
                Ending.FORBIDDEN, 5,
                Ending.INVALID, 4,
                Ending.UNACCOUNTED, 1)),
        Duration.ofMillis(61_250),
        true);
  }

  private static HarvestSummary stopped() {
    return new HarvestSummary(
        RUN,
        progress(Map.of(Ending.FOUND, 300, Ending.UNAVAILABLE, 100)),
        Duration.ofSeconds(4),
        false);
  }

  private static HarvestProgress progress(Map<Ending, Integer> endings) {
    int found = endings.get(Ending.FOUND);
    return new HarvestProgress(
        1,
        1,
        1_200,
        endings,
        endings.getOrDefault(Ending.UNAVAILABLE, 0),
        new Batches(13, endings.containsKey(Ending.UNAVAILABLE) ? 1 : 0),
        new Spent(found, new Money(found * 10_000L)),
        15,
        Optional.empty());
  }

  private static String json(HarvestSummary summary) throws IOException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(summary.json())
        + "\n";
  }
}
