package dev.influx.app.replay;

import dev.influx.schemas.scores.Histogram;
import dev.influx.scorer.difference.Difference.Figures;
import dev.influx.scorer.statistics.Deltas;
import dev.influx.scorer.statistics.Distribution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A comparison as one page that needs nothing else: no script, no network. */
public final class DiffPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; --live: #7a8699; --shadow: #2f6fde; --bad: #c62f2f; --line: #8884 }
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
      h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2rem }
      table { border-collapse: collapse; width: 100%% } th { text-align: left; font-weight: 600 }
      th, td { padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line) }
      td { font-variant-numeric: tabular-nums } .FAILED { color: var(--bad); font-weight: 600 }
      svg { width: 100%%; height: auto } svg text { fill: currentColor; font-size: 11px }
      .live { fill: var(--live) } .shadow { fill: var(--shadow) }
      </style>
      <h1>%s</h1>
      <p>%s against the live list, over %s.</p>
      """;

  private static final int WIDTH = 900;
  private static final int HEIGHT = 220;
  private static final int FLOOR = 190;
  private static final int ROOM = 170;

  private final DiffView view;

  private DiffPage(DiffView view) {
    this.view = view;
  }

  public static String of(DiffView view) {
    return new DiffPage(view).page();
  }

  private String page() {
    String title = escaped("Replay " + view.plan().id());
    StringBuilder page =
        new StringBuilder(
            HEAD.formatted(
                title,
                title,
                escaped(view.plan().policy().id()),
                escaped(view.plan().range().toString())));
    Figures figures = view.result().difference().figures();
    page.append(distributions(figures)).append(deltas(figures.deltas()));
    new DiffText(view).sections().forEach(section -> page.append(table(section)));
    return page.append("</html>\n").toString();
  }

  private static String distributions(Figures figures) {
    List<Long> live = counts(figures.live());
    List<Long> shadow = counts(figures.other());
    List<Bar> bars =
        IntStream.range(0, live.size())
            .mapToObj(i -> new Bar(i * 10 + "", live.get(i), shadow.get(i)))
            .toList();
    return "<h2>How the scores of the accepted are distributed</h2>\n"
        + "<p>Grey is the live list, blue the replay; each step is ten points.</p>\n"
        + chart(bars);
  }

  private static List<Long> counts(Optional<Distribution> scores) {
    return scores
        .map(all -> all.histogram().bins().stream().map(Histogram.Bin::count).toList())
        .orElseGet(() -> IntStream.range(0, 10).mapToObj(i -> 0L).toList());
  }

  private static String deltas(Deltas deltas) {
    int middle = deltas.bins().size() / 2;
    Stream<Bar> down =
        deltas.bins().subList(0, middle).stream()
            .map(bin -> new Bar(Integer.toString(bin.from()), bin.count(), 0));
    Stream<Bar> up =
        deltas.bins().subList(middle, deltas.bins().size()).stream()
            .map(bin -> new Bar("+" + bin.to(), 0, bin.count()));
    Bar none = new Bar("0", deltas.none(), 0);
    return "<h2>By how much scores differ</h2>\n"
        + "<p>Of those whom both accept, in steps of five points; the outermost hold the rest.</p>\n"
        + chart(Stream.of(down, Stream.of(none), up).flatMap(each -> each).toList());
  }

  private record Bar(String label, long live, long shadow) {
    long higher() {
      return Math.max(live, shadow);
    }
  }

  private static String chart(List<Bar> bars) {
    long highest = Math.max(1, bars.stream().mapToLong(Bar::higher).max().orElse(1));
    double step = (double) WIDTH / bars.size();
    StringBuilder svg =
        new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\">\n");
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double x = i * step;
      svg.append(rectangle("live", x + step * 0.1, step * 0.38, bar.live(), highest));
      svg.append(rectangle("shadow", x + step * 0.5, step * 0.38, bar.shadow(), highest));
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
              x + step * 0.1,
              FLOOR + 16,
              escaped(bar.label())));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String rectangle(String side, double x, double width, long count, long highest) {
    double height = (double) ROOM * count / highest;
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%,d</title></rect>%n",
        side,
        x,
        FLOOR - height,
        width,
        height,
        count);
  }

  private static String table(DiffText.Section section) {
    StringBuilder table =
        new StringBuilder("<h2>" + escaped(section.title()) + "</h2>\n<table>\n<tr>");
    section.headings().forEach(it -> table.append("<th>").append(escaped(it)).append("</th>"));
    table.append("</tr>\n");
    for (List<String> row : section.rows()) {
      table.append("<tr>");
      row.forEach(
          cell ->
              table
                  .append(cell.equals("FAILED") ? "<td class=\"FAILED\">" : "<td>")
                  .append(escaped(cell))
                  .append("</td>"));
      table.append("</tr>\n");
    }
    return table.append("</table>\n").toString();
  }

  /** Handles and names of files are what strangers wrote. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
