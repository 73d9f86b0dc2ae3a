package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.page.Browser;
import dev.influx.app.page.Look;
import dev.influx.app.page.PageView;
import dev.influx.app.page.PageView.Figure;
import dev.influx.app.page.WithBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The page before a whole pipe that runs, against what its monitor answers. */
@Isolated("it runs a whole pipe and a browser, which takes the processors")
@WithBrowser
class PagePipeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern PAGE = Pattern.compile("page +(http://\\S+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;

  @Test
  void itShowsWhatTheMonitorAnswersWhileThePipeRuns(Browser browser) throws Exception {
    try (TestingInflux up =
        TestingInflux.start(directory, "up", "--authors", "300", "--data", "d")) {
      await().atMost(PATIENCE).until(() -> address(up).isPresent() && published());
      PageView page = PageView.open(browser, address(up).orElseThrow() + "/", Look.DESK);
      page.tab().awaitTrue("document.querySelector('#snapshots tbody tr') !== null");
      page.tab().awaitTrue("document.querySelector('#scores .bin') !== null");
      page.tab().awaitTrue("document.querySelector('#lag-chart canvas') !== null");
      lookUp(page);
      List<Figure> figures =
          await().atMost(PATIENCE).until(page::figures, Optional::isPresent).orElseThrow();
      assertThat(figures)
          .filteredOn(it -> it.path().startsWith("/api/state#"))
          .hasSizeGreaterThan(100)
          .allSatisfy(it -> assertThat(it.shown()).as(it.path()).isEqualTo(it.answered()));
      assertThat(figures.stream().map(Figure::part).collect(Collectors.toSet()))
          .contains(
              "headline", "pipe", "groups", "rates", "scores", "snapshots", "author", "collector");
      assertItFits(page);
      page.assertNothingWasComplainedOf();
      page.assertOnlyItsOwnHostWasAsked();
      page.tab().close();
    }
  }

  private static void assertItFits(PageView page) {
    page.assertNothingOverflows();
    page.tab().look(Look.PHONE);
    page.tab().awaitTrue("innerWidth === 390");
    page.assertNothingOverflows();
  }

  private void lookUp(PageView page) throws Exception {
    String first = Files.readAllLines(directory.resolve("d/latest.jsonl")).get(0);
    page.tab().press("/");
    page.tab().type("@" + JSON.readTree(first).get("handle").textValue());
    page.tab().press("Enter");
    page.tab().awaitTrue("document.querySelector('#author-body [data-path]') !== null");
  }

  private boolean published() {
    return Files.exists(directory.resolve("d/manifest.json"));
  }

  private static Optional<String> address(TestingInflux up) {
    Matcher page = PAGE.matcher(up.err());
    return page.find() ? Optional.of(page.group(1)) : Optional.empty();
  }
}
