package dev.influx.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page in a tab: what it shows, held against what the monitor answers. */
public record PageView(Tab tab, String url) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Every figure of the page says in an attribute where it is from and what stood there. Figures of
   * the state count only if the page shows the very state that the monitor answers now.
   */
  private static final String FIGURES =
      """
      (async () => {
        const answers = {};
        const api = (element) => element.closest('[data-api]')?.dataset.api ?? '/api/state';
        for (const element of document.querySelectorAll('[data-path]')) answers[api(element)] ??= null;
        for (const path of Object.keys(answers)) answers[path] = await (await fetch(path)).json();
        if (answers['/api/state'].at !== document.body.dataset.at) return null;
        const at = (node, path) => path.split('/').slice(1).reduce((of, key) => of?.[key], node);
        return [...document.querySelectorAll('[data-path]')].map((element) => ({
          api: api(element), path: element.dataset.path, shown: element.dataset.value, text: element.textContent,
          part: element.closest('.part')?.id, answered: JSON.stringify(at(answers[api(element)], element.dataset.path)) }));
      })()
      """;

  private static final String OVERFLOWING =
      """
      [...document.querySelectorAll('body *')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)
            && !element.closest('.scroll, .sr, .skip, svg, .u-over, dialog');
      }).map((element) => `${element.tagName}.${element.className} in ${element.closest('.part')?.id}`)
      """;

  public static PageView open(Browser browser, String url, Look look) {
    PageView page = new PageView(browser.open(url, look), url);
    page.tab.awaitTrue("document.body.dataset.at !== undefined");
    return page;
  }

  /** All figures of the page; empty while it shows another state than the monitor answers. */
  public Optional<List<Figure>> figures() {
    JsonNode told = tab.evaluate(FIGURES);
    if (told.isNull()) {
      return Optional.empty();
    }
    List<Figure> figures = new ArrayList<>();
    told.forEach(each -> figures.add(Figure.of(each)));
    return Optional.of(figures);
  }

  /** Nothing is wider than the page, and the page not wider than the window. */
  public void assertNothingOverflows() {
    assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth").asBoolean())
        .as("the page can be moved sideways")
        .isTrue();
    assertThat(tab.evaluate(OVERFLOWING)).isEmpty();
  }

  /** A window of another size is drawn anew with its next frame. */
  public void awaitNothingOverflows(Look look) {
    tab.awaitTrue("innerWidth === " + look.width());
    await().atMost(PATIENCE).untilAsserted(this::assertNothingOverflows);
  }

  public void assertNothingWasComplainedOf() {
    assertThat(tab.errors()).isEmpty();
  }

  public void assertOnlyItsOwnHostWasAsked() {
    String host = URI.create(url).getAuthority();
    assertThat(tab.requests())
        .isNotEmpty()
        .allMatch(it -> host.equals(URI.create(it).getAuthority()));
  }

  /**
   * A figure.
   *
   * @param part of the page
   * @param path of the answer that it is from, and within it
   * @param shown what stood there when it was drawn, as JSON
   * @param answered what stands there
   * @param text what people read
   */
  public record Figure(String part, String path, String shown, String answered, String text) {
    static Figure of(JsonNode each) {
      return new Figure(
          each.path("part").asText(),
          each.path("api").asText() + "#" + each.path("path").asText(),
          each.path("shown").asText(),
          each.path("answered").asText(null),
          each.path("text").asText());
    }
  }
}
