package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.page.Browser;
import dev.influx.app.page.Look;
import dev.influx.app.page.PageView;
import dev.influx.app.page.PageView.Figure;
import dev.influx.app.page.Picture;
import dev.influx.app.page.WithBrowser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The page before a whole pipe that runs, against what its monitor answers. With {@code
 * -Dinflux.images=write} the pictures of the documentation are taken anew, from a larger pipe that
 * runs longer.
 */
@Isolated("it runs a whole pipe and a browser, which takes the processors")
@WithBrowser
class PagePipeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern PAGE = Pattern.compile("page +(http://\\S+)");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final boolean FOR_DOCS = System.getProperty("influx.images", "").equals("write");
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final Look DESK = new Look(1440, 1120, false, 1);
  private static final Look PHONE = new Look(390, 844, false, 2);

  @TempDir private static Path directory;
  private static TestingInflux up;
  private static String url;

  @BeforeAll
  static void start() {
    String authors = FOR_DOCS ? "2000" : "300";
    up =
        TestingInflux.start(
            directory, "up", "--authors", authors, "--policy", "m2@1", "--page-port", "0");
    await().atMost(PATIENCE).until(() -> address().isPresent() && published());
    url = address().orElseThrow() + "/";
  }

  /** Whatever was looked at, no raw record has been lost. */
  @AfterAll
  static void stop() throws IOException {
    try (TestingInflux running = up) {
      try (InputStream state = URI.create(url + "api/state").toURL().openStream()) {
        JsonNode account = JSON.readTree(state).at("/conservation");
        assertThat(account.at("/accepted").longValue()).as("%s", running.err()).isPositive();
        assertThat(account.at("/gap_records").asLong(-1)).as("%s", account).isZero();
      }
    }
  }

  @Test
  void itShowsWhatTheMonitorAnswersWhileThePipeRuns(Browser browser) throws Exception {
    PageView page = open(browser, Look.DESK);
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

  @Test
  void itLeadsToThePublishedFiles(Browser browser) throws Exception {
    PageView page = open(browser, Look.DESK);
    page.tab().awaitTrue("document.querySelector('#snapshots .files a') !== null");
    JsonNode sizes =
        page.tab()
            .evaluate(
                """
                Promise.all([...document.querySelectorAll('#snapshots a')].map(async (link) => {
                  const answer = await fetch(link.getAttribute('href'));
                  return answer.ok ? (await answer.arrayBuffer()).byteLength : answer.status * -1; }))
                """);
    // the three of the list, and two of each snapshot
    assertThat(sizes).hasSizeGreaterThanOrEqualTo(5).allMatch(it -> it.asLong() > 0);
    page.assertNothingWasComplainedOf();
    page.tab().close();
  }

  @Test
  void itHasALightAndADarkTheme(Browser browser) throws Exception {
    if (FOR_DOCS) {
      letSomethingHappen();
    }
    Picture light = picture(browser, DESK, "page-light");
    Picture dark = picture(browser, DESK.inTheDark(), "page-dark");
    assertThat(light.brightness()).isGreaterThan(0.8);
    assertThat(dark.brightness()).isLessThan(0.2);
    Picture phone = picture(browser, PHONE, "page-phone-light");
    assertThat(phone.width()).isEqualTo(PHONE.width() * PHONE.scale());
    picture(browser, PHONE.inTheDark(), "page-phone-dark");
  }

  /** A replay that waits for a decision, and a while to draw. */
  private static void letSomethingHappen() throws Exception {
    run("policy", "publish", "m2_simulated@2");
    run("replay", "plan", "--policy", "m2_simulated@2", "--name", "m2-2", "--out", "m2-2.json");
    run("replay", "apply", "m2-2.json");
    await()
        .atMost(LONG.multipliedBy(3))
        .pollInterval(Duration.ofSeconds(5))
        .until(() -> age().compareTo(LONG) > 0);
  }

  private static Duration age() throws Exception {
    try (InputStream state = URI.create(url + "api/state").toURL().openStream()) {
      String started = JSON.readTree(state).at("/collector/started_at").asText();
      return Duration.between(Instant.parse(started), Instant.now());
    }
  }

  private static void run(String... command) throws Exception {
    try (TestingInflux process = TestingInflux.start(directory, command)) {
      assertThat(process.exitCode()).as(process.err()).isZero();
    }
  }

  private static Picture picture(Browser browser, Look look, String name) throws Exception {
    PageView page = open(browser, look);
    page.tab().click("#lag-range [data-seconds='900']");
    page.tab().awaitTrue("document.querySelector('#lag-chart canvas') !== null");
    page.tab().evaluate("document.fonts.ready.then(() => true)");
    Picture picture = Picture.of(page.tab().screenshot(false));
    Picture whole = Picture.of(page.tab().screenshot(true));
    page.assertNothingWasComplainedOf();
    page.tab().close();
    picture.write(name, FOR_DOCS);
    whole.write(name + "-whole", false);
    return picture;
  }

  /** Once all of its parts have something to show. */
  private static PageView open(Browser browser, Look look) {
    PageView page = PageView.open(browser, url, look);
    page.tab().awaitTrue("document.querySelector('#snapshots tbody tr') !== null");
    page.tab().awaitTrue("document.querySelector('#scores .bin') !== null");
    page.tab().awaitTrue("document.querySelector('#lag-chart canvas') !== null");
    return page;
  }

  private static void assertItFits(PageView page) {
    page.assertNothingOverflows();
    page.tab().look(Look.PHONE);
    page.awaitNothingOverflows(Look.PHONE);
  }

  private static void lookUp(PageView page) throws Exception {
    String first = Files.readAllLines(directory.resolve("data/latest.jsonl")).get(0);
    page.tab().press("/");
    page.tab().type("@" + JSON.readTree(first).get("handle").textValue());
    page.tab().press("Enter");
    page.tab().awaitTrue("document.querySelector('#author-body [data-path]') !== null");
  }

  private static boolean published() {
    return Files.exists(directory.resolve("data/manifest.json"));
  }

  private static Optional<String> address() {
    Matcher page = PAGE.matcher(up.err());
    return page.find() ? Optional.of(page.group(1)) : Optional.empty();
  }
}
