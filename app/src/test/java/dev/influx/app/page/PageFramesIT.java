package dev.influx.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * A day of lag on the page, while states come in. How many frames a second it draws meanwhile
 * stands in {@code app/target/page-frames.json}; {@code -Dinflux.frames.seconds=30} looks longer.
 */
@WithBrowser
class PageFramesIT {
  private static final Path FIGURES =
      Path.of(System.getProperty("influx.root"), "app/target/page-frames.json");
  private static final int SECONDS = Integer.getInteger("influx.frames.seconds", 2);
  private static final int MINUTES_OF_A_DAY = 1_440;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_STATES = Duration.ofMillis(500);

  private static final String COUNT =
      """
      (() => {
        const gaps = [];
        const begin = performance.now();
        let last = begin;
        const next = (now) => {
          gaps.push(now - last);
          last = now;
          if (now - begin < %d) return requestAnimationFrame(next);
          gaps.sort((a, b) => a - b);
          window.counted = {
            frames_per_second: gaps.length / (now - begin) * 1000,
            median_gap_ms: gaps[gaps.length >> 1],
            p99_gap_ms: gaps[Math.floor(gaps.length * 0.99)],
            longest_gap_ms: gaps.at(-1) };
        };
        requestAnimationFrame(next);
      })()
      """;

  @Test
  void aDayIsDrawnWhileStatesComeIn(Browser browser) throws IOException {
    try (TestingMonitor monitor = TestingMonitor.start()) {
      monitor.answer("/api/lag/history", aDay());
      PageView page = PageView.open(browser, monitor.url(), Look.DESK);
      page.tab().click("#lag-range [data-seconds='86400']");
      page.tab()
          .awaitTrue(
              "parseInt(document.getElementById('lag-chart').ariaLabel.split(', ')[1]) >= "
                  + MINUTES_OF_A_DAY);
      page.tab().evaluate(COUNT.formatted(Duration.ofSeconds(SECONDS).toMillis()));
      JsonNode counted =
          await()
              .atMost(PATIENCE.plusSeconds(SECONDS))
              .pollInterval(BETWEEN_STATES)
              .until(() -> next(monitor, page), JsonNode::isObject);
      assertThat(counted.path("frames_per_second").asDouble()).isPositive();
      Files.writeString(FIGURES, counted.toPrettyString() + "\n");
      page.assertNothingWasComplainedOf();
      page.tab().close();
    }
  }

  private static JsonNode next(TestingMonitor monitor, PageView page) {
    monitor.say(state -> state.put("at", Instant.now().toString()));
    return page.tab().evaluate("window.counted ?? null");
  }

  private static ObjectNode aDay() {
    ObjectNode history = new ObjectMapper().createObjectNode();
    long end = Instant.now().getEpochSecond();
    history.putNull("group").put("from", end - 86_400).put("to", end).put("step_seconds", 60);
    ArrayNode at = history.putArray("at");
    ArrayNode seconds = history.putArray("time_seconds");
    ArrayNode records = history.putArray("records");
    for (int minute = 0; minute < MINUTES_OF_A_DAY; minute++) {
      at.add(end - 60L * (MINUTES_OF_A_DAY - minute));
      seconds.add(5 + 4 * Math.sin(minute / 40.0) + minute % 7);
      records.add(500 + 300 * Math.sin(minute / 55.0) + minute % 11);
    }
    history.putArray("marks");
    return history;
  }
}
