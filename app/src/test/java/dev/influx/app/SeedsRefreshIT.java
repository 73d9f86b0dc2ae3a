package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reading of listings in a process of its own, which can be stopped. */
class SeedsRefreshIT {
  private static final String PAGE =
      """
      {"data":[{"id":"1","username":"one","name":"N"}],\
      "meta":{"result_count":1,"next_token":"t1"}}""";

  @TempDir private Path directory;

  @Test
  void writesWhatWasPaidForWhenItIsStopped() throws IOException, InterruptedException {
    Path proposals = directory.resolve("p.csv");
    try (TestingListings x = TestingListings.start();
        TestingInflux influx = refresh(x.has("/2/lists/77/members", 200, PAGE))) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> x.asked().stream().anyMatch(asked -> asked.endsWith("=t1")));

      influx.terminate();

      assertThat(influx.exitCode()).as(influx.err()).isNotZero();
      assertThat(proposals).content().contains("\none,edtech,list,https://x.com/i/lists/77,");
      assertThat(influx.err()).contains("proposed 1 ").doesNotContain(TestingListings.TOKEN);
    }
  }

  private TestingInflux refresh(TestingListings x) {
    x.stallsAt("/2/lists/77/members t1");
    return TestingInflux.start(
        directory,
        Map.of("INFLUX_API_TOKEN", TestingListings.TOKEN),
        ("seeds refresh --list 77 --domain edtech --out p.csv --yes -c harvest.api.base_url="
                + x.uri())
            .split(" ", -1));
  }
}
