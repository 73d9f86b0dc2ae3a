package dev.influx.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.influx.app.page.PageView.Figure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, before a monitor that says what a test wants. */
@WithBrowser
class PageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> PARTS_WITH_FIGURES =
      List.of(
          "headline",
          "pipe",
          "groups",
          "rates",
          "scores",
          "replays",
          "snapshots",
          "dead",
          "author",
          "collector");

  private static Browser browser;

  private final List<Tab> tabs = new ArrayList<>();
  private TestingMonitor monitor;

  @BeforeAll
  static void takeBrowser(Browser shared) {
    browser = shared;
  }

  @BeforeEach
  void startMonitor() throws IOException {
    monitor = TestingMonitor.start();
  }

  @AfterEach
  void closeAll() {
    tabs.forEach(Tab::close);
    monitor.close();
  }

  @Test
  void everyFigureIsTheOneOfTheApi() {
    PageView page = open(Look.DESK);
    lookUp(page, "@quantum_lena");
    page.tab().click("[data-group='influx.scorer'] button");
    page.tab().awaitTrue("document.querySelectorAll('.detail [data-path]').length > 0");
    Optional<List<Figure>> found =
        await().atMost(PATIENCE).until(page::figures, Optional::isPresent);
    List<Figure> figures = found.orElseThrow();
    assertThat(figures).allSatisfy(it -> assertThat(it.shown()).isEqualTo(it.answered()));
    assertThat(figures.stream().map(Figure::part).collect(Collectors.toSet()))
        .containsAll(PARTS_WITH_FIGURES);
    assertThat(figures).hasSizeGreaterThan(200);
    page.assertNothingWasComplainedOf();
  }

  @Test
  void whatIsUnknownIsADashAndNeverAZero() {
    PageView page = open(Look.DESK);
    monitor.say(
        state -> {
          edge(state, "raw-scorer").putNull("time_seconds").putNull("records");
          ((ObjectNode) state.get("headline")).putNull("behind_seconds");
          return state;
        });
    page.tab().awaitText("[data-path='/headline/behind_seconds']", "–");
    page.tab().awaitText("[data-edge='raw-scorer'] .time", "–");
    List<Figure> unknown =
        await().atMost(PATIENCE).until(page::figures, Optional::isPresent).orElseThrow().stream()
            .filter(it -> it.answered().equals("null") && !it.path().endsWith("/reason"))
            .toList();
    assertThat(unknown)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.text()).startsWith("–"))
        .extracting(Figure::shown)
        .containsOnly("null");
  }

  @Test
  void itFitsOnADeskAndOnAPhoneAndAsksNobodyElse() {
    PageView page = open(Look.DESK);
    lookUp(page, "@quantum_lena");
    page.tab().click("[data-act='reason']");
    page.tab().click("[data-group='influx.scorer'] button");
    page.tab().awaitTrue("document.querySelectorAll('.letters li').length > 0");
    page.tab().awaitTrue("document.querySelectorAll('.detail [data-path]').length > 0");
    page.assertNothingOverflows();
    page.tab().look(Look.PHONE);
    page.awaitNothingOverflows(Look.PHONE);
    page.assertNothingWasComplainedOf();
    page.assertOnlyItsOwnHostWasAsked();
  }

  @Test
  void itFollowsAWindowThatBecomesNarrowAndWideAgain() {
    PageView page = open(Look.DESK);
    page.tab().awaitTrue("document.querySelector('#rates canvas') !== null");
    page.tab().look(Look.PHONE);
    page.awaitNothingOverflows(Look.PHONE);
    page.tab().look(Look.DESK);
    page.awaitNothingOverflows(Look.DESK);
    page.assertNothingWasComplainedOf();
  }

  @Test
  void aStoppedScorerTurnsItsEdgeToStallAndSaysWhy() {
    String why = "influx.profiles.raw-2 has not moved for 25 s; the group has no members";
    PageView page = open(Look.DESK);
    page.tab().awaitText("#headline .verdict", "Fresh");
    monitor.say(
        state -> {
          edge(state, "raw-scorer").put("state", "stall").put("reason", why);
          ((ObjectNode) state.get("headline")).put("state", "stall").put("reason", why);
          return state;
        });
    page.tab().awaitText("[data-edge='raw-scorer']", "stall");
    assertThat(page.tab().text("#pipe .reasons")).contains("influx.scorer", why);
    assertThat(page.tab().text("#headline")).contains("Stalled", why);
    assertThat(page.tab().evaluate("document.title").asText()).startsWith("STALL");
  }

  @Test
  void aScorerThatRestoresSaysHowMuchIsLeftAndForHowLong() {
    PageView page = open(Look.DESK);
    page.tab().awaitText(".at-scorer .pill", "running");
    monitor.say(
        state -> {
          node(state, "scorer")
              .put("state", "restoring")
              .put("restore_remaining_records", 265_686)
              .put("restore_eta_seconds", 131.6);
          return state;
        });
    page.tab().awaitText(".at-scorer .pill", "restoring");
    page.tab().awaitText(".at-scorer .node-line", "265,686 to restore, 2\u202fmin 12\u202fs");
    page.assertNothingOverflows();
    page.assertNothingWasComplainedOf();
  }

  @Test
  void whoeverIsFarBehindIsNotCalledFresh() {
    PageView page = open(Look.DESK);
    page.tab().awaitText("#headline .verdict", "Fresh");
    monitor.say(
        state -> {
          ((ObjectNode) state.get("headline")).put("behind_seconds", 31);
          return state;
        });
    page.tab().awaitText("#headline .verdict", "Catching up");
    monitor.say(
        state -> {
          ((ObjectNode) state.get("headline")).putNull("behind_seconds");
          return state;
        });
    page.tab().awaitText("#headline .verdict", "how far behind is not known");
  }

  @Test
  void aPolicySwitchShowsItsProgress() {
    PageView page = open(Look.DESK);
    monitor.say(
        state -> {
          ((ObjectNode) state.get("policy"))
              .put("settled", false)
              .put("rescore_progress_ratio", 0.412)
              .put("walked", 8_240)
              .put("authors", 20_000)
              .put("mismatched_instances", 1);
          return state;
        });
    page.tab().awaitText("#replays .policy", "8,240 of 20,000 authors");
    assertThat(page.tab().text("#replays .policy"))
        .contains("41.2", "1 scorer judges by another policy");
  }

  @Test
  void whoeverIsCutOffIsToldSoAndSeesOldFiguresAsOld() throws IOException {
    PageView page = open(Look.DESK);
    page.tab().awaitText("#headline .verdict", "Fresh");
    monitor.down(true);
    page.tab().awaitText("#banner", "Disconnected");
    page.tab().awaitText("#banner", "retrying");
    assertThat(page.tab().text("#connection")).isEqualTo("disconnected");
    assertThat(page.tab().text("#headline .verdict")).isEqualTo("Was fresh");
    monitor.down(false);
    page.tab().awaitText("#connection", "live");
    assertThat(page.tab().text("#headline .verdict")).isEqualTo("Fresh");
    assertThat(page.tab().text("#banner")).isEmpty();
  }

  @Test
  void aStaleCollectorIsNamedWithSinceWhenAndWhy() {
    PageView page = open(Look.DESK);
    monitor.say(
        state -> {
          state
              .putObject("stale")
              .put("since", Instant.now().minusSeconds(130).toString())
              .put("why", "the broker did not answer within 5 s");
          return state;
        });
    page.tab().awaitText("#banner", "Collector stale since");
    assertThat(page.tab().text("#banner"))
        .contains("2\u202fmin ago", "the broker did not answer within 5 s");
    page.tab().awaitText("#headline .verdict", "Was fresh");
  }

  @Test
  void partsThatNobodyKnowsYetSaySo() {
    PageView page = open(Look.PHONE);
    List<String> sections =
        List.of("groups", "rates", "scores", "snapshots", "dead", "collector", "pipe");
    monitor.say(
        state -> {
          sections.forEach(state::putNull);
          List.of("replays", "policy", "headline", "conservation").forEach(state::putNull);
          ((ObjectNode) state.get("remarks")).put("scores", "the accepted authors are being read");
          return state;
        });
    sections.forEach(section -> page.tab().awaitText("#" + section, "No data yet."));
    assertThat(page.tab().text("#scores")).contains("the accepted authors are being read");
    assertThat(page.tab().text("#headline")).contains("No data yet");
    page.assertNothingOverflows();
    page.assertNothingWasComplainedOf();
  }

  @Test
  void whatComesFromDataIsTextAndNotMarkup() {
    PageView page = open(Look.DESK);
    lookUp(page, "@quantum_lena");
    page.tab().click("[data-act='reason']");
    page.tab().awaitText("#dead pre", "<script>alert(1)</script>");
    assertThat(page.tab().text("#author .who")).contains("<b>not bold</b>");
    assertThat(page.tab().evaluate("document.querySelectorAll('main script').length").asInt())
        .isZero();
  }

  @Test
  void anAuthorWhomNobodyKnowsIsExplained() {
    PageView page = open(Look.DESK);
    page.tab().press("/");
    page.tab().type("nobody");
    page.tab().press("Enter");
    page.tab().awaitText("#author-body", "Nobody knows");
    assertThat(page.tab().text("#author-body")).contains("check the spelling, or name the id");
  }

  @Test
  void anActionWaitsForTheNameAndTheToken() {
    PageView page = open(Look.DESK);
    page.tab().click("[data-action='policy-rollback']");
    page.tab().awaitTrue("document.getElementById('confirm-dialog').open");
    page.tab().type("m2@");
    page.tab().press("Enter");
    assertThat(page.tab().evaluate("document.getElementById('confirm-go').disabled").asBoolean())
        .isTrue();
    page.tab().type("1");
    page.tab().press("Enter");
    page.tab().awaitTrue("document.getElementById('token-dialog').open");
    assertThat(monitor.asked()).isEmpty();
    page.tab().type(TestingMonitor.TOKEN);
    page.tab().press("Enter");
    page.tab().awaitText("#notice", "policy-rollback was asked for");
    assertThat(monitor.asked())
        .containsExactly("policy-rollback {\"target\":\"m2@1\",\"name\":\"m2@1\"}");
  }

  @Test
  void aMonitorThatIsLockedOpensWithTheToken() {
    monitor.lock();
    Tab tab = browser.open(monitor.url(), Look.PHONE);
    tabs.add(tab);
    tab.awaitTrue("document.getElementById('token-dialog').open");
    tab.type("another token");
    tab.press("Enter");
    tab.awaitText("#banner", "Locked");
    tab.awaitTrue("document.getElementById('token-dialog').open");
    tab.type(TestingMonitor.TOKEN);
    tab.press("Enter");
    tab.awaitText("#connection", "live");
    assertThat(
            tab.evaluate("localStorage.length === 0 || !('influx.token' in localStorage)")
                .asBoolean())
        .isTrue();
  }

  /** A link cannot carry a token. */
  @Test
  void aFileOfALockedMonitorIsFetchedWithTheToken() {
    monitor.lock();
    PageView page = new PageView(browser.open(monitor.url(), Look.DESK), monitor.url());
    tabs.add(page.tab());
    page.tab().awaitTrue("document.getElementById('token-dialog').open");
    page.tab().type(TestingMonitor.TOKEN);
    page.tab().press("Enter");
    page.tab().awaitText("#connection", "live");
    monitor.say(
        state -> {
          ((ObjectNode) state.at("/snapshots/0")).putArray("files").add(TestingMonitor.LIST);
          return state.put("at", Instant.now().toString());
        });

    page.tab().awaitTrue("document.querySelector('#snapshots .files a') !== null");
    page.tab().click("#snapshots .files a");

    await().atMost(PATIENCE).until(() -> monitor.asked().contains("GET " + TestingMonitor.LIST));
  }

  @Test
  void everythingIsReachedByKeys() {
    PageView page = open(Look.DESK);
    Tab tab = page.tab();
    tab.press("?");
    tab.awaitTrue("document.getElementById('help-dialog').open");
    tab.press("Escape");
    tab.awaitTrue("!document.getElementById('help-dialog').open");
    tab.press("3");
    tab.awaitTrue("document.activeElement.id === 'groups'");
    tab.press("j");
    tab.awaitTrue("document.activeElement.id === 'rates'");
    tab.press("r");
    tab.awaitTrue("document.querySelector('[data-seconds=\"21600\"]').ariaPressed === 'true'");
    tab.press("t");
    tab.press("t");
    tab.awaitTrue("getComputedStyle(document.body).backgroundColor === 'rgb(13, 16, 20)'");
    tab.press("p");
    monitor.say(state -> state.put("version", "9.9.9"));
    tab.press("p");
    tab.awaitText("#bottom", "9.9.9");
    page.assertNothingWasComplainedOf();
  }

  @Test
  void aReaderKeepsThePlaceWhileFiguresChange() {
    PageView page = open(Look.DESK);
    page.tab().evaluate("document.querySelector('[data-group=\"influx.sink\"] button').focus()");
    monitor.say(
        state -> {
          ObjectNode group = (ObjectNode) state.get("groups").get(0);
          group.put("state", "stall").put("records", 987_654);
          return state;
        });
    page.tab().awaitText("#groups", "987,654");
    assertThat(page.tab().evaluate("document.activeElement.dataset.name").asText())
        .isEqualTo("influx.sink");
  }

  private PageView open(Look look) {
    PageView page = PageView.open(browser, monitor.url(), look);
    tabs.add(page.tab());
    return page;
  }

  private static void lookUp(PageView page, String who) {
    page.tab().press("/");
    page.tab().type(who);
    page.tab().press("Enter");
    page.tab().awaitTrue("document.querySelector('#author-body [data-path]') !== null");
  }

  private static ObjectNode edge(JsonNode state, String id) {
    return withId(state.at("/pipe/edges"), id);
  }

  private static ObjectNode node(JsonNode state, String id) {
    return withId(state.at("/pipe/nodes"), id);
  }

  private static ObjectNode withId(JsonNode all, String id) {
    for (JsonNode each : all) {
      if (each.path("id").asText().equals(id)) {
        return (ObjectNode) each;
      }
    }
    throw new IllegalArgumentException("there is none of " + id);
  }
}
