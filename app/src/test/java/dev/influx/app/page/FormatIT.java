package dev.influx.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How the page writes numbers and times. */
@WithBrowser
class FormatIT {
  private static final String WRITTEN =
      """
      (async () => {
        const f = await import('/lib/format.js');
        const now = Date.parse('2026-11-22T12:00:00Z');
        return [
          f.seconds(null), f.seconds(0), f.seconds(0.04), f.seconds(0.42), f.seconds(9.94), f.seconds(9.96), f.seconds(59.4), f.seconds(59.6),
          f.seconds(200), f.seconds(11400), f.seconds(3600), f.seconds(187200), f.seconds(86399.7), f.seconds(-3),
          f.count(null), f.count(0), f.count(1234567), f.perSecond(0), f.perSecond(0.004), f.perSecond(38.25), f.perSecond(1234.5), f.growth(3.2), f.growth(-3.2),
          f.percent(0.412), f.percent(1), f.percent(null), f.bytes(999), f.bytes(71303168), f.decimal(0.0041), f.signed(-14.6), f.words('below_entry_threshold'),
          f.ago('2026-11-22T11:59:48Z', now), f.ago('2026-11-22T10:00:00Z', now), f.ago('2026-11-12T10:00:00Z', now), f.ago(null, now)];
      })()
      """;

  private static final String SPLIT_ANYWHERE =
      """
      (async () => {
        const { EventParser } = await import('/lib/stream.js');
        const text = 'retry: 500\\r\\n\\r\\n: beat\\n\\nid: 7\\nevent: state\\ndata: {"a":\\ndata: 1}\\n\\ndata\\n\\n';
        const all = [];
        for (let cut = 0; cut <= text.length; cut += 1) {
          const seen = [];
          const parser = new EventParser((event) => seen.push(`${event.type} ${event.id} ${event.data}`), (wait) => seen.push(wait));
          parser.feed(text.slice(0, cut));
          parser.feed(text.slice(cut));
          all.push(JSON.stringify(seen));
        }
        return [...new Set(all)];
      })()
      """;

  @Test
  void numbersAndTimesAreWrittenForPeople(Browser browser) throws IOException {
    try (TestingMonitor monitor = TestingMonitor.start()) {
      Tab tab = browser.open(monitor.url(), Look.DESK);
      assertThat(tab.evaluate(WRITTEN))
          .extracting(JsonNode::asText)
          .extracting(text -> text.replace('\u202f', ' '))
          .containsExactly(
              "–",
              "0 s",
              "<0.1 s",
              "0.4 s",
              "9.9 s",
              "10 s",
              "59 s",
              "1 min",
              "3 min 20 s",
              "3 h 10 min",
              "1 h",
              "2 d 4 h",
              "1 d",
              "−3.0 s",
              "–",
              "0",
              "1,234,567",
              "0/s",
              "<0.01/s",
              "38.3/s",
              "1,235/s",
              "+3.2/s",
              "−3.2/s",
              "41.2 %",
              "100 %",
              "–",
              "999 B",
              "71.3 MB",
              "0.004",
              "−14.6",
              "below entry threshold",
              "12 s ago",
              "2 h ago",
              "10 d ago",
              "–");
      tab.close();
    }
  }

  @Test
  void eventsAreReadHoweverTheStreamIsCut(Browser browser) throws IOException {
    try (TestingMonitor monitor = TestingMonitor.start()) {
      Tab tab = browser.open(monitor.url(), Look.DESK);
      assertThat(tab.evaluate(SPLIT_ANYWHERE))
          .extracting(JsonNode::asText)
          .containsExactly("[500,\"state 7 {\\\"a\\\":\\n1}\",\"message null \"]");
      tab.close();
    }
  }
}
