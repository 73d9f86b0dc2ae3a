package dev.influx.app;

import dev.influx.lists.policies.Policy;
import dev.influx.validator.audit.rates.Confusion;
import dev.influx.validator.audit.rates.Rates;
import dev.influx.validator.audit.rates.Share;
import dev.influx.validator.audit.review.Answers;
import dev.influx.validator.audit.review.KnownAuthors;
import dev.influx.validator.audit.review.KnownAuthors.Kind;
import dev.influx.validator.audit.review.Review;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How often gates are wrong, and what that was computed from.
 *
 * @param about which gates of which policy, in words
 * @param facts the same for programs
 * @param counts what was counted
 */
record RatesReport(String about, Map<String, Object> facts, Table counts, Rates rates) {
  private static final int DECIMALS = 6;
  private static final List<String> LEGEND =
      List.of(
          "false discovery: of the flagged authors, those who should not be flagged",
          "false omission:  of the clean authors, those who should be flagged",
          "false positive:  of those who should not be flagged, those who are",
          "false negative:  of those who should be flagged, those who are not");
  private static final String ABOUT =
      "about: counted in the sample, and weighted by how many authors each side has";

  static RatesReport of(Review review) {
    Map<String, Object> facts = facts(review.policy(), review.sha256(), review.audited());
    facts.put("seed", review.seed());
    facts.put("flagged", answers(review.flagged()));
    facts.put("clean", answers(review.clean()));
    Table table =
        new Table("SIDE", "AUTHORS", "RIGHT", "WRONG", "UNSURE", "OPEN")
            .rightAligned(1, 2, 3, 4, 5);
    add(table, "flagged", review.flagged());
    add(table, "clean", review.clean());
    String about = about(review.policy(), review.sha256(), review.audited());
    return new RatesReport(about + ", seed " + review.seed(), facts, table, review.rates());
  }

  private static Map<String, Object> answers(Answers answers) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("authors", answers.population());
    object.put("right", answers.right());
    object.put("wrong", answers.wrong());
    object.put("unsure", answers.unsure());
    object.put("open", answers.open());
    return object;
  }

  private static void add(Table table, String side, Answers answers) {
    table.add(
        side,
        number(answers.population()),
        number(answers.right()),
        number(answers.wrong()),
        number(answers.unsure()),
        number(answers.open()));
  }

  static RatesReport of(Policy policy, KnownAuthors known) {
    Confusion met = known.confusion();
    String sha256 = policy.sha256().hex();
    Map<String, Object> facts = facts(policy.id(), sha256, AuditFiles.ORGANIZATION);
    facts.put("organization", sides(met.caught(), met.missed()));
    facts.put("individual", sides(met.wronged(), met.passed()));
    facts.put("ambiguous", known.met(Kind.AMBIGUOUS));
    facts.put("not_found", known.missing());
    Table table = new Table("LABEL", "AUTHORS", "FLAGGED", "CLEAN").rightAligned(1, 2, 3);
    add(table, "organization", met.caught(), met.missed());
    add(table, "individual", met.wronged(), met.passed());
    table.add("ambiguous", number(known.met(Kind.AMBIGUOUS)), "", "");
    table.add("not found", number(known.missing()), "", "");
    String about = about(policy.id(), sha256, AuditFiles.ORGANIZATION);
    return new RatesReport(about, facts, table, Rates.of(met));
  }

  private static Map<String, Object> sides(long flagged, long clean) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("authors", flagged + clean);
    object.put("flagged", flagged);
    object.put("clean", clean);
    return object;
  }

  private static void add(Table table, String label, long flagged, long clean) {
    table.add(label, number(flagged + clean), number(flagged), number(clean));
  }

  private static Map<String, Object> facts(String policy, String sha256, String audited) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("policy", policy);
    facts.put("policy_sha256", sha256);
    facts.put("audited", audited);
    return facts;
  }

  private static String about(String policy, String sha256, String audited) {
    String asked = audited.equals("any") ? "any code" : audited;
    return "%s by %s (%.12s)".formatted(asked, policy, sha256);
  }

  /** For programs: every key is always there, and a rate is null where there is nothing to rate. */
  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>(facts);
    Map<String, Object> all = new LinkedHashMap<>();
    named().forEach((name, rate) -> all.put(name.replace(' ', '_'), json(rate)));
    object.put("rates", all);
    return object;
  }

  private static Map<String, Object> json(Optional<Share> rate) {
    return rate.map(
            share -> {
              Map<String, Object> object = new LinkedHashMap<>();
              object.put("share", rounded(share.value()));
              object.put("low", rounded(share.low()));
              object.put("high", rounded(share.high()));
              object.put("count", rounded(share.count()));
              object.put("of", rounded(share.of()));
              object.put("estimated", share.estimated());
              return object;
            })
        .orElse(null);
  }

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(about, ""));
    lines.addAll(counts.lines());
    lines.add("");
    Table table = new Table("RATE", "SHARE", "95 % FROM", "TO", "COUNTED").rightAligned(1, 2, 3);
    named().forEach((name, rate) -> add(table, name, rate));
    lines.addAll(table.lines());
    lines.add("");
    lines.addAll(LEGEND);
    if (rates.falsePositive().filter(Share::estimated).isPresent()) {
      lines.add(ABOUT);
    }
    return lines;
  }

  private static void add(Table table, String name, Optional<Share> rate) {
    if (rate.isEmpty()) {
      table.add(name, "-", "-", "-", "nothing to count");
      return;
    }
    Share share = rate.get();
    String counted =
        share.estimated()
            ? String.format(Locale.ROOT, "about %,.1f of %,.1f", share.count(), share.of())
            : String.format(Locale.ROOT, "%,.0f of %,.0f", share.count(), share.of());
    table.add(name, percent(share.value()), percent(share.low()), percent(share.high()), counted);
  }

  private Map<String, Optional<Share>> named() {
    Map<String, Optional<Share>> named = new LinkedHashMap<>();
    named.put("false discovery", rates.falseDiscovery());
    named.put("false omission", rates.falseOmission());
    named.put("false positive", rates.falsePositive());
    named.put("false negative", rates.falseNegative());
    return named;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The last bits of a quotient are no information. */
  private static double rounded(double number) {
    return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }
}
