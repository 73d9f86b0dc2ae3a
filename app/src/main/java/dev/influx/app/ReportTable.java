package dev.influx.app;

import dev.influx.app.report.Appraised.Author;
import dev.influx.app.report.PolicyName;
import dev.influx.app.report.Report;
import dev.influx.app.report.Report.Against;
import dev.influx.app.report.Report.Agreement;
import dev.influx.app.report.Report.Group;
import dev.influx.app.report.Report.Judged;
import dev.influx.app.report.Report.Mover;
import dev.influx.app.report.Report.Ranked;
import dev.influx.scorer.statistics.Distribution;
import dev.influx.scorer.statistics.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A report as a person reads it: one small table after the other. */
final class ReportTable {
  private static final String NONE = "(none)";
  private static final String UNKNOWN = "-";
  private static final int SHORT_HASH = 12;

  private final Report report;
  private final List<String> lines = new ArrayList<>();

  ReportTable(Report report) {
    this.report = report;
  }

  List<String> lines() {
    section(sources());
    if (report.verdicts().authors() == 0) {
      say("There are no authors in it.");
      return lines;
    }
    section(policies());
    section(verdicts());
    report.scores().ifPresentOrElse(this::scores, () -> say("Nobody is accepted."));
    section(coverage());
    if (!report.top().isEmpty()) {
      section(ranked("TOP", report.top()));
      section(ranked("BOTTOM", report.bottom()));
    }
    report.against().ifPresent(this::against);
    return lines;
  }

  private void section(Table table) {
    gap();
    lines.addAll(table.lines());
  }

  private void say(String line) {
    gap();
    lines.add(line);
  }

  private void gap() {
    if (!lines.isEmpty()) {
      lines.add("");
    }
  }

  private Table sources() {
    Table table = new Table("READ", "WHAT", "AUTHORS").rightAligned(2);
    report
        .sources()
        .forEach(
            source -> table.add(source.name(), source.kind().words(), number(source.authors())));
    if (report.badLines() > 0) {
      table.add("not readable", "see the messages on stderr", number(report.badLines()));
    }
    return table;
  }

  private Table policies() {
    Table table = new Table("JUDGED BY", "SHA-256", "AUTHORS").rightAligned(2);
    for (Judged by : report.policies()) {
      String hash = by.policy().map(policy -> shortened(policy.sha256())).orElse(UNKNOWN);
      table.add(id(by.policy()), hash, number(by.authors()));
    }
    return table;
  }

  private static String id(Optional<PolicyName> policy) {
    return policy.flatMap(PolicyName::id).orElse(UNKNOWN);
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
  }

  private Table verdicts() {
    Table table = new Table("VERDICT", "AUTHORS").rightAligned(1);
    table.add("accepted", number(report.verdicts().accepted()));
    table.add("rejected", number(report.verdicts().rejected()));
    report.verdicts().codes().forEach((code, count) -> table.add("  " + code, number(count)));
    return table;
  }

  private Table coverage() {
    Table table = new Table("KNOWN OF ALL", "AUTHORS", "SHARE").rightAligned(1, 2);
    report
        .coverage()
        .forEach(
            each ->
                table.add(
                    each.fact().code(),
                    number(each.known()),
                    report.profiles() == 0 ? UNKNOWN : share(each.known(), report.profiles())));
    return table;
  }

  private void scores(Distribution accepted) {
    section(figures(accepted));
    section(histogram(accepted));
    section(groups("DOMAIN", report.groups().byDomain()));
    section(groups("BADGE", report.groups().byBadge()));
  }

  private Table figures(Distribution accepted) {
    ReportColumns columns = new ReportColumns("SCORES").add("ACCEPTED", accepted);
    report.scoresOfRejected().ifPresent(rejected -> columns.add("REJECTED", rejected));
    report.against().ifPresent(other -> other.scores().ifPresent(addTo(columns, other)));
    return columns.figures();
  }

  private Table histogram(Distribution accepted) {
    ReportColumns columns = new ReportColumns("SCORE").add("ACCEPTED", accepted);
    report.against().ifPresent(other -> other.scores().ifPresent(addTo(columns, other)));
    return columns.histogram();
  }

  private static Consumer<Distribution> addTo(ReportColumns columns, Against other) {
    return scores -> columns.add("ACCEPTED BY " + other.policy().words(), scores);
  }

  private static Table groups(String heading, List<Group<Distribution>> groups) {
    Table table = new Table(heading, "AUTHORS", "P25", "MEDIAN", "P75").rightAligned(1, 2, 3, 4);
    for (Group<Distribution> group : groups) {
      Distribution scores = group.figures();
      table.add(
          group.name().orElse(NONE),
          number(scores.count()),
          decimal(scores.p25()),
          decimal(scores.p50()),
          decimal(scores.p75()));
    }
    return table;
  }

  private static Table ranked(String heading, List<Ranked> authors) {
    Table table = new Table(heading, "SCORE", "DOMAIN", "BADGE").rightAligned(1);
    for (Ranked each : authors) {
      Author author = each.author();
      table.add(
          handle(author),
          decimal(each.score()),
          author.domain().orElse(NONE),
          author.badge().map(badge -> badge.code()).orElse(UNKNOWN));
    }
    return table;
  }

  private void against(Against other) {
    section(agreement(other));
    other.shift().ifPresent(all -> section(shifts(all, other)));
    movers("UP", other.up(), other.policy());
    movers("DOWN", other.down(), other.policy());
  }

  private static Table agreement(Against other) {
    Agreement agreement = other.agreement();
    Table table = new Table("AGAINST " + other.policy().words(), "").rightAligned(1);
    table.add("accepted by both", number(agreement.both()));
    table.add("accepted, but not by " + other.policy().words(), number(agreement.onlyThis()));
    table.add("accepted by " + other.policy().words() + " only", number(agreement.onlyOther()));
    table.add("rank correlation", correlation(other));
    return table;
  }

  private static String correlation(Against other) {
    return other.rankCorrelation().isPresent()
        ? String.format(Locale.ROOT, "%.4f", other.rankCorrelation().getAsDouble())
        : UNKNOWN;
  }

  private static Table shifts(Shift all, Against other) {
    Table table = new Table("SHIFT", "AUTHORS", "MEDIAN", "MEAN").rightAligned(1, 2, 3);
    shift(table, "all", all);
    for (Group<Shift> group : other.groups().byDomain()) {
      shift(table, "domain " + group.name().orElse(NONE), group.figures());
    }
    for (Group<Shift> group : other.groups().byBadge()) {
      shift(table, "badge " + group.name().orElse(NONE), group.figures());
    }
    return table;
  }

  private static void shift(Table table, String whose, Shift shift) {
    table.add(whose, number(shift.count()), signed(shift.median()), signed(shift.mean()));
  }

  private void movers(String heading, List<Mover> movers, PolicyName other) {
    if (!movers.isEmpty()) {
      section(table(heading, movers, other));
    }
  }

  private static Table table(String heading, List<Mover> movers, PolicyName other) {
    Table table =
        new Table(heading, "SCORE", other.words(), "SHIFT", "MOST DUE TO").rightAligned(1, 2, 3);
    for (Mover mover : movers) {
      table.add(
          handle(mover.author()),
          decimal(mover.score()),
          decimal(mover.other()),
          signed(mover.difference()),
          mover.most().map(most -> most.term() + " " + signed(most.points())).orElse(UNKNOWN));
    }
    return table;
  }

  private static String handle(Author author) {
    return author.handle().map(handle -> "@" + handle).orElse(author.id());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String signed(double number) {
    return String.format(Locale.ROOT, "%+.1f", number);
  }

  private static String share(long part, long all) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }
}
