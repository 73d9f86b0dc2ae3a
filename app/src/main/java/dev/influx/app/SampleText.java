package dev.influx.app;

import dev.influx.lists.Spelling;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.validator.audit.Population;
import dev.influx.validator.audit.Sample;
import dev.influx.validator.audit.Sample.Drawn;
import dev.influx.validator.audit.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** A sample as a person reads it: a block an author, with what was found under it. */
final class SampleText {
  private final Sample sample;
  private final Ansi ansi;
  private final List<String> lines = new ArrayList<>();

  SampleText(Sample sample, boolean colours) {
    this.sample = sample;
    this.ansi = colours ? Ansi.ON : Ansi.OFF;
  }

  /** What the sample is of: without that, its shares say nothing of all authors. */
  static List<String> summary(Sample sample) {
    Population all = sample.population();
    String asked = sample.question().codes().isEmpty() ? "any code" : sample.question().asked();
    Stream<String> head =
        Stream.of(
            "%s by %s (%.12s), seed %d"
                .formatted(
                    asked, sample.question().policy(), sample.question().sha256(), sample.seed()));
    Stream<String> sides = Stream.of(Stratum.values()).map(side -> side(sample, side));
    Stream<String> rest =
        all.leftOut().isEmpty()
            ? Stream.empty()
            : Shown.wrapped("left out: " + counts(all.leftOut()), "").stream();
    return Stream.of(head, sides, rest).flatMap(part -> part).toList();
  }

  private static String side(Sample sample, Stratum side) {
    return String.format(
        Locale.ROOT,
        "%-8s %,d drawn of %,d authors",
        side.code() + ":",
        sample.count(side),
        sample.population().of(side));
  }

  private static String counts(SortedMap<String, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> String.format(Locale.ROOT, "%s %,d", count.getKey(), count.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** What somebody who asked for this should know. */
  static List<String> warnings(Sample sample) {
    Map<String, Long> met = sample.population().codes();
    Stream<String> unmet =
        sample.question().codes().stream()
            .filter(code -> !met.containsKey(code))
            .map(code -> "nobody has the code " + code + hint(code, met));
    Stream<String> few =
        Stream.of(Stratum.values())
            .filter(side -> sample.population().of(side) < sample.wanted() / 2)
            .map(side -> few(sample, side));
    return Stream.concat(unmet, few).toList();
  }

  private static String few(Sample sample, Stratum side) {
    boolean filled = sample.count(side.other()) > sample.wanted() / 2;
    long there = sample.population().of(side);
    return "there are %s %s authors%s"
        .formatted(
            there == 0 ? "no" : "only " + there,
            side.code(),
            filled ? ", and more " + side.other().code() + " ones instead" : "");
  }

  private static String hint(String code, Map<String, Long> met) {
    return met.isEmpty() ? "" : "; " + Spelling.suggest(code, met.keySet());
  }

  List<String> lines() {
    lines.addAll(summary(sample));
    sample.drawn().forEach(this::author);
    return lines;
  }

  private void author(Drawn drawn) {
    Profile profile = drawn.author().profile().orElseThrow();
    lines.add("");
    lines.add(
        side(drawn.stratum()) + "  @" + Shown.line(profile.getHandle()) + "  " + name(profile));
    lines.add("         id " + drawn.author().id() + numbers(profile));
    if (profile.getDescription() != null) {
      lines.addAll(Shown.wrapped(profile.getDescription(), "         "));
    }
    sample.question().askedOf(drawn.author()).forEach(this::finding);
  }

  private String side(Stratum stratum) {
    String colour = stratum == Stratum.FLAGGED ? "yellow" : "green";
    return ansi.string("@|" + colour + " " + String.format("%-7s", stratum.code()) + "|@");
  }

  private static String name(Profile profile) {
    return profile.getName() == null ? "" : Shown.line(profile.getName());
  }

  private static String numbers(Profile profile) {
    String followers =
        profile.getFollowersCount() == null
            ? ""
            : String.format(Locale.ROOT, ", %,d followers", profile.getFollowersCount());
    String badge =
        profile.getVerifiedType() == null ? "" : ", badge " + Shown.line(profile.getVerifiedType());
    return followers + badge;
  }

  private void finding(Finding finding) {
    lines.add(
        "    " + ansi.string("@|bold " + finding.getCode() + "|@") + "  " + finding.getRule());
    lines.addAll(Shown.wrapped(finding.getEvidence(), "         "));
  }
}
