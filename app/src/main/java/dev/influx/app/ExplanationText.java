package dev.influx.app;

import dev.influx.schemas.Profile;
import dev.influx.schemas.Score;
import dev.influx.scorer.model.Comparison;
import dev.influx.scorer.model.Explanation;
import dev.influx.scorer.model.Explanation.Line;
import dev.influx.scorer.model.Explanation.Raise;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An explanation as a person reads it. */
final class ExplanationText {
  private final ExplainedAuthor author;

  ExplanationText(ExplainedAuthor author) {
    this.author = author;
  }

  /** Ends with an empty line, for another author may follow. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(who());
    lines.add(verdict(author));
    author.explanation().ifPresent(explanation -> add(explanation, lines));
    author.against().ifPresent(other -> addDifference(other, lines));
    lines.add("");
    return lines;
  }

  private String who() {
    Profile profile = author.last().getProfile();
    String name = profile == null ? "" : "  " + printable(profile.getName());
    return "@"
        + author.handle()
        + name
        + "  (id "
        + author.last().getId()
        + ", seen "
        + author.last().getFetchedAt()
        + ")";
  }

  /** Names are written by anybody: control codes and direction marks stay out of a terminal. */
  private static String printable(String name) {
    return name == null ? "" : name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "");
  }

  private static String verdict(ExplainedAuthor author) {
    String score =
        author.explanation().map(Explanation::score).map(ExplanationText::score).orElse("no score");
    String codes = author.codes().isEmpty() ? "" : ": " + String.join(" ", author.codes());
    return author.policy().getId() + ": " + score + ", " + author.verdict() + codes;
  }

  private static String score(Score score) {
    String parts =
        score.getQuality() == null
            ? ""
            : String.format(
                Locale.ROOT,
                " (activity %.1f, quality %.1f, relevance %.1f)",
                score.getActivity(),
                score.getQuality(),
                score.getRelevance());
    return "score " + score.getRounded() + parts;
  }

  private static void add(Explanation explanation, List<String> lines) {
    Table table = new Table("PART", "TERM", "SEEN", "HOW", "POINTS", "OF", "WOULD RAISE IT");
    explanation.lines().forEach(line -> add(line, table));
    explanation
        .adjustments()
        .forEach(
            adjustment ->
                table.add(
                    adjustment.part(),
                    adjustment.kind().words(),
                    "",
                    "",
                    points(adjustment.points()),
                    "",
                    ""));
    table.add("total", "", "", "", points(explanation.score().getTotal()), "", "");
    lines.addAll(table.lines());
    List<String> absent = explanation.absent().stream().map(Line::input).distinct().toList();
    if (!absent.isEmpty()) {
      lines.add("not known: " + String.join(", ", absent));
    }
    explanation
        .best()
        .ifPresent(raise -> lines.add("would raise it most: " + raise(Optional.of(raise))));
  }

  private static void add(Line line, Table table) {
    table.add(
        line.part(),
        line.term(),
        line.value().or(line::treatment).orElse(""),
        line.curve(),
        points(line.points()),
        line.most().map(ExplanationText::points).orElse("no end"),
        raise(line.raise()));
  }

  private static String raise(Optional<Raise> raise) {
    return raise
        .map(change -> String.format(Locale.ROOT, "%s: %+.2f", change.change(), change.gain()))
        .orElse("");
  }

  private static String points(double points) {
    return String.format(Locale.ROOT, "%6.2f", hundredths(points));
  }

  /** Without the minus of what rounds to nothing. */
  private static double hundredths(double points) {
    return Math.rint(points * 100) / 100 + 0.0;
  }

  private void addDifference(ExplainedAuthor other, List<String> lines) {
    lines.add("");
    lines.add(verdict(other));
    author.comparison().ifPresent(comparison -> lines.addAll(table(comparison, other)));
  }

  private List<String> table(Comparison comparison, ExplainedAuthor other) {
    Table table =
        new Table("PART", "TERM", author.policy().getId(), other.policy().getId(), "DIFFERENCE");
    comparison
        .rows()
        .forEach(
            row ->
                table.add(
                    row.part(),
                    row.term(),
                    row.before().map(ExplanationText::points).orElse("     -"),
                    row.after().map(ExplanationText::points).orElse("     -"),
                    difference(row.difference())));
    table.add(
        "total",
        "",
        points(comparison.before().score().getTotal()),
        points(comparison.after().score().getTotal()),
        difference(comparison.difference()));
    return table.lines();
  }

  private static String difference(double points) {
    return String.format(Locale.ROOT, "%+10.2f", hundredths(points));
  }
}
