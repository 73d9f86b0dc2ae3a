package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.page.Browser;
import dev.influx.app.page.Look;
import dev.influx.app.page.PageView;
import dev.influx.app.page.Tab;
import dev.influx.app.page.WithBrowser;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.topology.Scorer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do on the page: with the name typed and the token, done, and seen in the state. */
@WithKafka
@WithBrowser
class PageActionsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern PAGE = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int AUTHORS = 40;

  // at one a second longer than any test is patient
  private static final int OBSERVATIONS = 1_000;

  private static final String FROM_ANOTHER_SITE =
      """
      fetch('%sapi/actions/dead-redrive', {method: 'POST', mode: '%s', headers: {%s},
          body: '{"target": "failed", "name": "failed"}'}).then((answer) => answer.type, () => 'refused')
      """;

  @TempDir private Path directory;

  @Test
  void whatPeopleDoIsDoneAndShown(TestKafka kafka, Browser browser) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory);
        Scorer scorer = pipeline.scorer()) {
      assertThat(scorer.name()).isEqualTo("scorer");
      observe(pipeline);
      DlqIT.letter(pipeline, "failed", author(0).getId(), bytes(pipeline, author(0)), "0");
      try (TestingInflux monitor =
          pipeline.process("monitor", "run", "-c", "monitor.port=0", "-c", "monitor.interval=2s")) {
        URI url = address(monitor);
        PageView page = PageView.open(browser, url.toString(), Look.DESK);
        String token = Files.readString(directory.resolve("data/monitor/token")).strip();
        assertNobodyElseCanAct(browser, url, token);
        lettersGoBack(page, url, token);
        aReplayIsPausedAndGoesOn(pipeline, page, url);
        aReplayIsPromotedAndTakenBack(page, url);
        page.assertNothingWasComplainedOf();
        page.tab().close();
      }
    }
  }

  private static void observe(TestingPipeline pipeline) {
    pipeline.observeAll(
        IntStream.range(0, OBSERVATIONS)
            .mapToObj(i -> TestingObservations.author(i % AUTHORS, i / AUTHORS))
            .toArray(RawProfile[]::new));
  }

  private static RawProfile author(int number) {
    return TestingObservations.author(number, OBSERVATIONS / AUTHORS);
  }

  private static byte[] bytes(TestingPipeline pipeline, RawProfile observation) {
    return pipeline
        .registry
        .serializer(RawProfile.class)
        .serialize(pipeline.installation.topics().raw(), observation);
  }

  /** Even who knows the token: neither with leave to be asked for it, nor without. */
  private static void assertNobodyElseCanAct(Browser browser, URI url, String token)
      throws Exception {
    awaitState(url, state -> state.at("/dead/open").asInt() == 1);
    Tab other = browser.open("about:blank", Look.DESK);
    String headers = "'Authorization': 'Bearer " + token + "', 'Content-Type': 'application/json'";
    assertThat(other.evaluate(FROM_ANOTHER_SITE.formatted(url, "cors", headers)).asText())
        .isEqualTo("refused");
    assertThat(other.evaluate(FROM_ANOTHER_SITE.formatted(url, "no-cors", "")).asText())
        .isEqualTo("refused");
    other.close();
    assertThat(state(url).at("/dead/open").asInt()).isEqualTo(1);
  }

  private static void lettersGoBack(PageView page, URI url, String token) throws Exception {
    confirm(page.tab(), "dead-redrive", "failed");
    page.tab().awaitTrue("document.getElementById('token-dialog').open");
    page.tab().type(token);
    page.tab().press("Enter");
    awaitState(url, state -> state.at("/dead/open").asInt(-1) == 0);
    page.tab().awaitText("#dead-body", "No open");
  }

  private static void aReplayIsPausedAndGoesOn(TestingPipeline pipeline, PageView page, URI url)
      throws Exception {
    pipeline.json(ExitCode.OK, ReplayIT.plan("next", "m2@1"));
    try (TestingInflux slow = pipeline.process("replay", "apply", "next.json", "--rate", "1")) {
      confirm(page.tab(), "replay-pause", "next");
      awaitReplay(url, "paused");
      assertThat(slow.exitCode()).isNotEqualTo(ExitCode.FAILURE.code());
    }
    confirm(page.tab(), "replay-resume", "next");
    awaitReplay(url, "complete");
    JsonNode diff = awaitState(url, state -> state.at("/replays/0/diff").isObject());
    assertThat(diff.at("/replays/0/diff/live").asInt()).isEqualTo(AUTHORS);
    assertThat(diff.at("/replays/0/diff/shadow").asInt()).isEqualTo(AUTHORS);
    page.tab().awaitTrue("document.querySelector('#replays .diff') !== null");
  }

  private static void aReplayIsPromotedAndTakenBack(PageView page, URI url) throws Exception {
    confirm(page.tab(), "replay-promote", "next");
    awaitReplay(url, "promoted");
    awaitState(url, state -> state.at("/policy/active/id").asText().equals("m2@1"));
    confirm(page.tab(), "replay-rollback", "next");
    awaitReplay(url, "rolled-back");
    awaitState(url, state -> state.at("/policy/active/id").asText().equals("m2@2"));
    page.tab().awaitText("#replays .policy strong", "m2@2");
    confirm(page.tab(), "policy-rollback", "m2@1");
    awaitState(url, state -> state.at("/policy/active/id").asText().equals("m2@1"));
    page.tab().awaitText("#replays .policy strong", "m2@1");
  }

  /** As a person does: clicks, types the name, and presses Enter. */
  private static void confirm(Tab tab, String action, String target) {
    String button = "[data-action='" + action + "'][data-target='" + target + "']";
    tab.awaitTrue("document.querySelector(\"" + button + "\") !== null");
    tab.click(button);
    tab.awaitTrue("document.getElementById('confirm-dialog').open");
    tab.type(target);
    tab.press("Enter");
    tab.awaitTrue("!document.getElementById('confirm-dialog').open");
  }

  private static void awaitReplay(URI url, String wanted) {
    awaitState(url, state -> state.at("/replays/0/state").asText().equals(wanted));
  }

  private static JsonNode awaitState(URI url, Predicate<JsonNode> wanted) {
    return await().atMost(PATIENCE).until(() -> state(url), wanted);
  }

  private static JsonNode state(URI url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(url.resolve("api/state")).build();
    return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
  }

  private static URI address(TestingInflux monitor) {
    await().atMost(PATIENCE).until(() -> PAGE.matcher(monitor.err()).find());
    Matcher page = PAGE.matcher(monitor.err());
    assertThat(page.find()).isTrue();
    return URI.create(page.group(1) + "/");
  }
}
