package dev.influx.lists.models;

import dev.influx.lists.terms.WordReader;
import dev.influx.lists.yaml.Range;
import dev.influx.lists.yaml.StrictMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the parameters of each kind of rule; a curve over a number counts as a kind of its own. */
final class RuleReader {

  /** What to read for each word that may stand under {@code kind}. */
  static final Map<String, Kind> KINDS =
      Stream.of(CurveReader.KINDS, kindsOfText())
          .flatMap(kinds -> kinds.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private RuleReader() {}

  /** Reads one kind of rule. */
  interface Kind {
    Optional<Rule> read(StrictMapping term);
  }

  private static Map<String, Kind> kindsOfText() {
    return Map.of(
        "badge", RuleReader::badge,
        "pinned", RuleReader::pinned,
        "description", RuleReader::description,
        "identity", RuleReader::identity,
        "alignment", RuleReader::alignment,
        "keywords", RuleReader::keywords,
        "tags", RuleReader::tags);
  }

  /** Org and legacy badges may stand either way: the oldest model values an old tick more. */
  private static Optional<Rule> badge(StrictMapping term) {
    double outOf = term.number("out_of", Range.POSITIVE);
    double blue = term.number("blue", Range.NOT_NEGATIVE);
    double org = term.number("org", Range.NOT_NEGATIVE);
    double legacy = term.number("legacy", Range.NOT_NEGATIVE);
    double none = term.number("none", Range.NOT_NEGATIVE);
    if (Math.max(org, legacy) > blue || none > Math.min(org, legacy)) {
      term.refuse("has steps that fall", "let none be the lowest of them and blue the highest");
    }
    return term.ifSound(() -> new Rule.Badge(outOf, blue, org, legacy, none));
  }

  private static Optional<Rule> pinned(StrictMapping term) {
    double points = term.number("points", Range.POSITIVE);
    return term.ifSound(() -> new Rule.Pinned(points));
  }

  private static Optional<Rule> description(StrictMapping term) {
    double unknown = term.number("unknown", Range.SHARE);
    double base = term.number("base", Range.SHARE);
    double length = term.number("length", Range.SHARE);
    double lengthScale = term.number("length_scale", Range.POSITIVE);
    double roleWord = term.number("role_word", Range.SHARE);
    double mention = term.number("mention", Range.SHARE);
    double link = term.number("link", Range.SHARE);
    List<String> roleWords = WordReader.terms(term.value("role_words"));
    return term.ifSound(
        () ->
            new Rule.Description(
                unknown, base, length, lengthScale, roleWord, mention, link, roleWords));
  }

  private static Optional<Rule> identity(StrictMapping term) {
    double base = term.number("base", Range.SHARE);
    double power = term.number("power", Range.POSITIVE);
    double gain = term.number("alignment_gain", Range.NOT_NEGATIVE);
    double saturation = term.number("saturation", Range.POSITIVE);
    return term.ifSound(() -> new Rule.Identity(base, power, gain, saturation));
  }

  private static Optional<Rule> alignment(StrictMapping term) {
    double saturation = term.number("saturation", Range.POSITIVE);
    double otherDomains = term.number("other_domains", Range.SHARE);
    Optional<Rule.Standing> curated = term.mapping("curated").flatMap(RuleReader::standing);
    Optional<Rule.Standing> open = term.mapping("open").flatMap(RuleReader::standing);
    return term.ifSound(
        () ->
            new Rule.Alignment(
                saturation, otherDomains, curated.orElseThrow(), open.orElseThrow()));
  }

  private static Optional<Rule.Standing> standing(StrictMapping standing) {
    double base = standing.number("base", Range.SHARE);
    double noBio = standing.number("no_bio", Range.SHARE);
    return standing.complete(() -> new Rule.Standing(base, noBio));
  }

  private static Optional<Rule> keywords(StrictMapping term) {
    double each = term.number("each", Range.POSITIVE);
    double most = term.number("most_for_words", Range.POSITIVE);
    double withBadge = term.number("with_badge", Range.NOT_NEGATIVE);
    List<String> words = WordReader.literals(term.value("words"));
    return term.ifSound(() -> new Rule.Keywords(each, most, withBadge, words));
  }

  private static Optional<Rule> tags(StrictMapping term) {
    double each = term.number("each", Range.POSITIVE);
    List<String> tags = WordReader.literals(term.value("tags"));
    return term.ifSound(() -> new Rule.Tags(each, tags));
  }
}
