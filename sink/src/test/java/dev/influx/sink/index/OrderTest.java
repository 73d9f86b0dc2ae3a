package dev.influx.sink.index;

import static dev.influx.sink.TestingAuthors.bare;
import static dev.influx.sink.TestingAuthors.followedBy;
import static dev.influx.sink.TestingAuthors.in;
import static dev.influx.sink.TestingAuthors.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.snapshot.Snapshot;
import dev.influx.sink.snapshot.TestingCuts;
import dev.influx.sink.snapshot.TestingSnapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final List<String> HANDLES = List.of("ann", "Ann", "ANN", "bob", "Zed", "_zed");

  @Test
  void theUnroundedScoreDecides() {
    assertThat(ids(List.of(bare("1", 50.01), bare("2", 50.04), bare("3", 49.99))))
        .containsExactly("2", "1", "3");
  }

  @Test
  void followersDecideBetweenEqualScoresAndUnknownOnesComeLast() {
    assertThat(
            ids(
                List.of(
                    followedBy(null, bare("1", 50)),
                    followedBy(0L, bare("2", 50)),
                    followedBy(7L, bare("3", 50)))))
        .containsExactly("3", "2", "1");
  }

  @Test
  void thenTheHandleWhateverItsCaseAndThenTheId() {
    assertThat(
            ids(
                List.of(
                    named("bob", bare("1", 50)),
                    named("Carl", bare("2", 50)),
                    named("ANN", bare("4", 50)),
                    named("ann", bare("3", 50)))))
        .containsExactly("3", "4", "1", "2");
  }

  @Test
  void ranksCountFromOneOverallAndPerDomain() {
    List<JsonNode> lines =
        lines(
            List.of(
                in("fintech", bare("1", 90)),
                bare("2", 80),
                in("ai_research", bare("3", 70)),
                in("fintech", bare("4", 60))));

    assertThat(lines)
        .extracting(
            line -> line.at("/meta/rank_global").intValue(),
            line -> line.at("/meta/rank_by_topic").toString())
        .containsExactly(
            tuple(1, "{\"fintech\":1}"),
            tuple(2, "null"),
            tuple(3, "{\"ai_research\":1}"),
            tuple(4, "{\"fintech\":2}"));
  }

  @Test
  void anyTwoNeighboursAreInOrderAndTheOrderOfArrivalDoesNotMatter() {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      List<ScoredProfile> authors = authors(random);
      Map<String, ScoredProfile> byId =
          authors.stream().collect(Collectors.toMap(ScoredProfile::getId, author -> author));
      List<ScoredProfile> ranked = ids(authors).stream().map(byId::get).toList();
      Collections.shuffle(authors, random);

      assertThat(ids(authors))
          .as("seed %d", seed)
          .isEqualTo(ranked.stream().map(ScoredProfile::getId).toList());
      for (int i = 1; i < ranked.size(); i++) {
        assertThat(inOrder(ranked.get(i - 1), ranked.get(i)))
            .as("seed %d, place %d", seed, i)
            .isTrue();
      }
    }
  }

  /** Few values of each, so that ties are common. */
  private static List<ScoredProfile> authors(Random random) {
    List<ScoredProfile> authors = new ArrayList<>();
    for (int id = 0; id < 40; id++) {
      Long followers = random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(3));
      ScoredProfile author = bare(Integer.toString(id), random.nextInt(4) / 3.0);
      authors.add(
          followedBy(followers, named(HANDLES.get(random.nextInt(HANDLES.size())), author)));
    }
    return authors;
  }

  private static boolean inOrder(ScoredProfile before, ScoredProfile after) {
    int score = Double.compare(before.getScore().getTotal(), after.getScore().getTotal());
    if (score != 0) {
      return score > 0;
    }
    long followersBefore = followers(before);
    long followersAfter = followers(after);
    if (followersBefore != followersAfter) {
      return followersBefore > followersAfter;
    }
    int handle = handle(before).compareTo(handle(after));
    return handle == 0 ? before.getId().compareTo(after.getId()) < 0 : handle < 0;
  }

  private static long followers(ScoredProfile author) {
    Long known = author.getProfile().getFollowersCount();
    return known == null ? -1 : known;
  }

  private static String handle(ScoredProfile author) {
    return author.getProfile().getHandle().toLowerCase(Locale.ROOT);
  }

  private static List<String> ids(Collection<ScoredProfile> authors) {
    return lines(authors).stream().map(line -> line.get("id").textValue()).toList();
  }

  private static List<JsonNode> lines(Collection<ScoredProfile> authors) {
    Snapshot snapshot = TestingSnapshots.of(TestingCuts.at(Map.of(0, 9L)), authors);
    return new String(TestingSnapshots.bytes(snapshot), StandardCharsets.UTF_8)
        .lines()
        .map(OrderTest::parse)
        .toList();
  }

  private static JsonNode parse(String line) {
    try {
      return new JsonMapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
