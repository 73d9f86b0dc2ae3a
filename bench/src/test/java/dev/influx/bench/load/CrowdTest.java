package dev.influx.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.schemas.Availability;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private static final Crowd CROWD = new Crowd(42, 100, 10_000);

  @Test
  void aSeedSaysEverything() {
    assertThat(all(CROWD)).isEqualTo(all(new Crowd(42, 100, 10_000)));
    assertThat(CROWD.observation(17)).isNotEqualTo(new Crowd(43, 100, 10_000).observation(17));
  }

  @Test
  void everyAuthorIsObservedAboutAsOftenAsAnyOther() {
    Map<String, Integer> counts = new HashMap<>();
    all(CROWD).forEach(seen -> counts.merge(seen.getId(), 1, Integer::sum));

    assertThat(counts).hasSize(100);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(60, 140));
  }

  @Test
  void theSizesAreThoseOfRealAnswers() {
    List<RawProfile> visible =
        all(CROWD).stream().filter(seen -> seen.getProfile() != null).toList();

    assertThat(average(visible, seen -> seen.getProfile().getDescription().length()))
        .isBetween(95.0, 115.0);
    assertThat(average(visible, seen -> seen.getRaw().remaining())).isBetween(450.0, 650.0);
  }

  @Test
  void observationsSpanTheMonthAndAFewComeLate() {
    List<RawProfile> all = all(CROWD);
    Instant newest = Crowd.START;
    int late = 0;
    for (RawProfile seen : all) {
      late += seen.getFetchedAt().isBefore(newest) ? 1 : 0;
      newest = seen.getFetchedAt().isAfter(newest) ? seen.getFetchedAt() : newest;
    }

    assertThat(newest).isBetween(Crowd.START.plus(Crowd.SPAN).minusSeconds(86_400), end());
    assertThat(late).isBetween(150, 450);
  }

  @Test
  void aFewAreDeliveredAgainAndAFewAuthorsAreGone() {
    List<RawProfile> all = all(CROWD);
    long gone =
        all.stream().filter(seen -> seen.getAvailability() != Availability.AVAILABLE).count();

    assertThat(all.size() - new HashSet<>(all).size()).isBetween(50, 150);
    assertThat(gone).isBetween(50L, 150L);
    assertThat(all)
        .filteredOn(seen -> seen.getAvailability() != Availability.AVAILABLE)
        .allSatisfy(
            seen -> {
              assertThat(seen.getProfile()).isNull();
              assertThat(seen.getRaw()).isNull();
              assertThat(seen.getHandle()).startsWith("bench_");
            });
  }

  @Test
  void someAuthorsCrossTheThresholdAndMostDoNot() {
    Crowd crowd = new Crowd(42, 1_000, 1_000);
    Instant end = end();
    long above =
        LongStream.range(0, 1_000)
            .filter(author -> followers(crowd, author, Crowd.START) >= 50_000)
            .count();
    long crossing =
        LongStream.range(0, 1_000)
            .filter(
                author ->
                    followers(crowd, author, Crowd.START) >= 50_000
                        != followers(crowd, author, end) >= 50_000)
            .count();

    assertThat(above).isBetween(250L, 750L);
    assertThat(crossing).isBetween(10L, 250L);
  }

  @Test
  void newsOfAnAuthorBearsItsInstant() {
    Instant at = Instant.parse("2026-03-10T12:00:00Z");
    RawProfile news = CROWD.news(5, at);

    assertThat(news.getFetchedAt()).isEqualTo(at);
    assertThat(news.getId()).isEqualTo(CROWD.news(5, at.plusSeconds(1)).getId());
    assertThat(news.getId()).isNotEqualTo(CROWD.news(6, at).getId());
  }

  @Test
  void aCrowdIsNotEmpty() {
    assertThatThrownBy(() -> new Crowd(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Crowd(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Instant end() {
    return Crowd.START.plus(Crowd.SPAN);
  }

  private static long followers(Crowd crowd, long author, Instant at) {
    Profile profile = Objects.requireNonNull(crowd.news(author, at).getProfile());
    return profile.getFollowersCount();
  }

  private static List<RawProfile> all(Crowd crowd) {
    return LongStream.range(0, crowd.observations()).mapToObj(crowd::observation).toList();
  }

  private static double average(
      List<RawProfile> seen, java.util.function.ToIntFunction<RawProfile> size) {
    return seen.stream().mapToInt(size).average().orElseThrow();
  }
}
