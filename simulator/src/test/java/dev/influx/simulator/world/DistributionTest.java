package dev.influx.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.simulator.world.SimulatedAuthor.Badge;
import dev.influx.simulator.world.SimulatedAuthor.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

  private static final int SIZE = 20_000;
  private static final World WORLD = World.of(11, SIZE);
  private static final List<SimulatedAuthor> AUTHORS =
      IntStream.range(0, SIZE).mapToObj(index -> WORLD.author(index, World.START)).toList();

  @Test
  void badgesAndStandingHaveTheirShares() {
    assertThat(share(author -> author.badge() == Badge.BLUE)).isBetween(0.43, 0.47);
    assertThat(share(author -> author.badge() == Badge.BUSINESS)).isBetween(0.05, 0.07);
    assertThat(share(author -> author.badge() == Badge.GOVERNMENT)).isBetween(0.007, 0.013);
    assertThat(share(SimulatedAuthor::suspended)).isBetween(0.016, 0.024);
    assertThat(share(SimulatedAuthor::protectedAccount)).isBetween(0.007, 0.013);
    assertThat(share(author -> !author.withheldIn().isEmpty())).isBetween(0.001, 0.006);
  }

  @Test
  void someAuthorsAreNoPersonsAndNotAllOfThoseHaveABadge() {
    assertThat(share(author -> author.kind() == Kind.RISKY)).isBetween(0.008, 0.02);
    assertThat(share(author -> author.kind() == Kind.BRAND && author.badge() != Badge.BUSINESS))
        .isBetween(0.012, 0.026);
    assertThat(share(author -> author.kind() == Kind.OFFICIAL)).isBetween(0.014, 0.026);
    assertThat(AUTHORS)
        .filteredOn(author -> author.badge() == Badge.BUSINESS)
        .allMatch(author -> author.kind() == Kind.BRAND);
  }

  @Test
  void optionalPartsAreSometimesMissing() {
    assertThat(share(author -> author.metrics().media().isEmpty())).isBetween(0.02, 0.04);
    assertThat(share(author -> author.metrics().likes().isEmpty())).isBetween(0.01, 0.03);
    assertThat(share(author -> author.location().isEmpty())).isBetween(0.42, 0.48);
    assertThat(share(author -> author.page().isEmpty())).isBetween(0.52, 0.58);
    assertThat(share(author -> author.pinnedPostId().isEmpty())).isBetween(0.45, 0.55);
    assertThat(share(author -> author.affiliation().isPresent())).isBetween(0.015, 0.03);
    assertThat(share(author -> author.biography().text().isEmpty())).isBetween(0.08, 0.14);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aFewHundredOfTwoThousandPassTheEntryThresholds(long seed) {
    World world = World.of(seed, 2_000);
    long passing =
        IntStream.range(0, 2_000)
            .mapToObj(index -> world.author(index, World.START))
            .filter(
                author ->
                    author.metrics().followers()
                        >= (author.badge() == Badge.NONE ? 50_000 : 30_000))
            .count();

    assertThat(passing).isBetween(350L, 600L);
  }

  @Test
  void numbersHaveHeavyTails() {
    assertThat(quantile(0.5, Metrics::followers)).isBetween(5_000L, 12_000L);
    assertThat(quantile(0.99, Metrics::followers)).isBetween(800_000L, 2_500_000L);
    assertThat(quantile(1, Metrics::followers)).isBetween(10_000_000L, 150_000_000L);
    assertThat(quantile(0.5, Metrics::posts)).isBetween(1_500L, 6_000L);
    assertThat(quantile(0.99, Metrics::posts)).isGreaterThan(50_000);
    assertThat(quantile(0.99, Metrics::listed)).isBetween(5_000L, 30_000L);
  }

  @Test
  void numbersGoTogetherAsTheyDoInLife() {
    assertThat(AUTHORS)
        .extracting(SimulatedAuthor::metrics)
        .allMatch(numbers -> numbers.followers() < 25_000 || numbers.listed() > 0)
        .allMatch(numbers -> numbers.media().orElse(0) <= numbers.posts())
        .allMatch(numbers -> numbers.following() <= Math.max(5_000, numbers.followers()))
        .allMatch(numbers -> numbers.followers() <= 200_000_000);
    assertThat(AUTHORS)
        .filteredOn(author -> author.metrics().posts() == 0)
        .allMatch(author -> author.mostRecentPostId().isEmpty() && author.pinnedPostId().isEmpty());
  }

  @Test
  void everyDomainHasAuthors() throws IOException {
    Path lexicons = Path.of(System.getProperty("influx.shared"), "specs", "domains.json");
    List<String> domains = new ArrayList<>();
    new ObjectMapper().readTree(lexicons.toFile()).fieldNames().forEachRemaining(domains::add);
    domains.remove("_");

    assertThat(Topic.ALL).extracting(Topic::domain).containsExactlyElementsOf(domains);
    for (String domain : domains) {
      assertThat(share(author -> author.domain().equals(domain))).isBetween(0.07, 0.10);
    }
  }

  @Test
  void namesAreInManyScripts() {
    assertThat(share(author -> hasScript(author, Character.UnicodeScript.HAN))).isPositive();
    assertThat(share(author -> hasScript(author, Character.UnicodeScript.ARABIC))).isPositive();
    assertThat(share(author -> hasScript(author, Character.UnicodeScript.HEBREW))).isPositive();
    assertThat(share(author -> author.name().codePoints().anyMatch(c -> c > 0xFFFF))).isPositive();
    assertThat(AUTHORS).allMatch(author -> !author.name().isBlank());
    assertThat(AUTHORS)
        .allMatch(author -> author.name().codePointCount(0, author.name().length()) <= 50);
  }

  @Test
  void entitiesStandWhereTheySay() {
    for (SimulatedAuthor author : AUTHORS) {
      Biography bio = author.biography();
      int[] text = bio.text().codePoints().toArray();
      assertThat(text.length).isLessThanOrEqualTo(160);
      bio.links().forEach(link -> assertAt(text, link.start(), link.end(), link.url()));
      bio.hashtags().forEach(tag -> assertAt(text, tag.start(), tag.end(), "#" + tag.word()));
      bio.mentions().forEach(user -> assertAt(text, user.start(), user.end(), "@" + user.word()));
      bio.cashtags().forEach(tag -> assertAt(text, tag.start(), tag.end(), "$" + tag.word()));
    }
    assertThat(AUTHORS).anyMatch(author -> !author.biography().links().isEmpty());
    assertThat(AUTHORS).anyMatch(author -> !author.biography().hashtags().isEmpty());
    assertThat(AUTHORS).anyMatch(author -> !author.biography().mentions().isEmpty());
    assertThat(AUTHORS).anyMatch(author -> !author.biography().cashtags().isEmpty());
  }

  private static void assertAt(int[] text, int start, int end, String expected) {
    assertThat(new String(text, start, end - start)).isEqualTo(expected);
  }

  private static boolean hasScript(SimulatedAuthor author, Character.UnicodeScript script) {
    return author.name().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == script);
  }

  private static double share(Predicate<SimulatedAuthor> property) {
    return AUTHORS.stream().filter(property).count() / (double) SIZE;
  }

  private static long quantile(double share, ToLongFunction<Metrics> number) {
    long[] sorted =
        AUTHORS.stream().map(SimulatedAuthor::metrics).mapToLong(number).sorted().toArray();
    return sorted[(int) (share * (SIZE - 1))];
  }
}
