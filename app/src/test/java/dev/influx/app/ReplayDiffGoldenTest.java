package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.replay.DiffJson;
import dev.influx.app.replay.DiffPage;
import dev.influx.app.replay.DiffText;
import dev.influx.app.replay.DiffView;
import dev.influx.app.replay.ReplayComparison;
import dev.influx.lists.policies.Policies;
import dev.influx.scorer.difference.FailOn;
import dev.influx.scorer.difference.Pair;
import dev.influx.scorer.difference.Said;
import dev.influx.scorer.difference.Tally;
import dev.influx.scorer.model.Movement;
import dev.influx.scorer.replay.Extent;
import dev.influx.scorer.replay.Range;
import dev.influx.scorer.replay.ReplayPlan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a comparison looks like to programs and to people. */
class ReplayDiffGoldenTest {
  private static final ReplayPlan PLAN =
      new ReplayPlan(
          "m2-2-20261121t210000z",
          "2026-11-21T21:00:00Z",
          new ReplayPlan.World(
              "cluster",
              "influx.profiles.raw",
              "t",
              List.of(new Extent(0, 0, 9)),
              Optional.empty()),
          new ReplayPlan.Judge("m2@2", "ab".repeat(32)),
          Range.ALL,
          new ReplayPlan.Volume(9, 99, 9, 0, 0, Optional.empty(), Optional.empty()));

  @Test
  void isJsonWithEveryKeyInItsPlace() throws IOException {
    String json =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(DiffJson.of(view()));
    Golden.check("replay-diff.json", json + "\n");
  }

  @Test
  void isTextThatAPersonReads() throws IOException {
    String text =
        new DiffText(view())
            .sections().stream()
                .map(section -> section.title() + "\n" + rows(section) + "\n")
                .collect(Collectors.joining("\n"));
    Golden.check("replay-diff.txt", text);
  }

  private static String rows(DiffText.Section section) {
    Table table = new Table(section.headings().toArray(String[]::new));
    section.rows().forEach(row -> table.add(row.toArray(String[]::new)));
    return String.join("\n", table.lines());
  }

  @Test
  void isAPageThatNeedsNothingElse() throws IOException {
    String page = DiffPage.of(view());

    Golden.check("replay-diff.html", page);
    assertThat(page).doesNotContain("http://", "https://", "<script", "src=", "url(");
  }

  @Test
  void whatStrangersWroteIsNoMarkup() {
    String page = DiffPage.of(view());

    assertThat(page).contains("@&lt;b&gt;").doesNotContain("<b>");
  }

  private static DiffView view() {
    Tally tally = new Tally(3, place -> place.offset() > 8);
    tally.add(pair("1", "ada", accepted(50, "edtech"), accepted(61.5, "edtech")));
    tally.add(pair("2", "<b>", accepted(70, "fintech"), accepted(64.2, "fintech")));
    tally.add(pair("3", "cy", accepted(20, null), accepted(20, null)));
    tally.add(pair("4", "dee", accepted(30, null), refused("organization")));
    tally.add(pair("5", "eve", refused("risk_spam"), accepted(91, "edtech")));
    tally.add(pair("6", "fay", accepted(40, null), Optional.empty()));
    ReplayComparison.Result result =
        new ReplayComparison.Result(
            tally.difference(), Map.of("1", new Movement("activity.frequency", 8.123456)), 0);
    return DiffView.of(
        PLAN,
        Policies.bundled().theDefault(),
        result,
        List.of(FailOn.parse("flips>2%"), FailOn.parse("missing>1")));
  }

  private static Pair pair(String id, String handle, Optional<Said> live, Optional<Said> other) {
    return new Pair(id, Optional.of(handle), live, other);
  }

  private static Optional<Said> accepted(double score, String domain) {
    return Optional.of(
        new Said(
            List.of(),
            Optional.of(new Said.Mark(score, score)),
            new Said.Place(0, 1),
            Optional.ofNullable(domain),
            Optional.of((long) (score * 10_000))));
  }

  private static Optional<Said> refused(String code) {
    return Optional.of(
        new Said(
            List.of(code),
            Optional.empty(),
            new Said.Place(0, 1),
            Optional.empty(),
            Optional.empty()));
  }
}
