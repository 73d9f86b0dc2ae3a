package dev.influx.app.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.seeds.Gathering.LeftOut;
import dev.influx.app.seeds.Gathering.Origin;
import dev.influx.harvester.api.Listing;
import dev.influx.harvester.api.Page;
import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Proposal;
import dev.influx.lists.seeds.Proposal.Decision;
import dev.influx.lists.seeds.Proposal.Reviewed;
import dev.influx.lists.seeds.Seed;
import dev.influx.schemas.xuser.UserObject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final Instant AT = Instant.parse("2026-03-03T10:00:00Z");
  private static final URI PAGE = URI.create("https://x.com/ann/following");

  private final Gathering gathering =
      new Gathering(
          new Exclusions(
              List.of(new Seed("Known", Domain.EDTECH, "profile", PAGE, AT)),
              List.of(
                  new JudgedAuthor("10", Optional.of("In"), Optional.empty(), true),
                  new JudgedAuthor("11", Optional.of("out"), Optional.empty(), false)),
              List.of(
                  reviewed("20", Decision.REFUSE),
                  reviewed("21", Decision.ADD),
                  reviewed("22", Decision.OPEN))));

  @Test
  void leavesOutWhomSomebodyHasDecidedOn() {
    Origin list = list(1, Optional.empty());
    gathering.add(list, user("1", "kNOWN", 5));
    gathering.add(list, user("10", "renamed", 5));
    gathering.add(list, user("11", "out", 5));
    gathering.add(list, user("20", "twenty", 5));
    gathering.add(list, user("30", "long_handle_of_old", 5));
    gathering.add(list(2, Optional.empty()), user("20", "twenty", 5));

    assertThat(gathering.proposals()).isEmpty();
    assertThat(gathering.leftOut())
        .isEqualTo(
            Map.of(
                LeftOut.SEED, 1L,
                LeftOut.ACCEPTED, 1L,
                LeftOut.REJECTED, 1L,
                LeftOut.REFUSED, 1L,
                LeftOut.NO_HANDLE, 1L));
  }

  @Test
  void aHandleThatPassedToSomebodyElseIsNew() {
    gathering.add(list(1, Optional.empty()), user("99", "In", 5));

    assertThat(gathering.proposals()).extracting(Proposal::id).containsExactly("99");
  }

  @Test
  void thoseAddedOrLeftOpenInAReviewMayComeAgain() {
    gathering.add(list(1, Optional.empty()), user("21", "b", 5));
    gathering.add(list(1, Optional.empty()), user("22", "a", 5));

    assertThat(gathering.proposals()).extracting(Proposal::id).containsExactly("22", "21");
  }

  @Test
  void ranksBySourcesThenByFollowersWithTheUnknownLast() {
    List<Runnable> sightings =
        new ArrayList<>(
            List.of(
                () -> gathering.add(list(1, Optional.empty()), user("1", "few", 3)),
                () -> gathering.add(list(1, Optional.empty()), user("2", "none", 0)),
                () -> gathering.add(list(1, Optional.empty()), user("3", "unknown", -1)),
                () -> gathering.add(list(1, Optional.empty()), user("4", "twice", 1)),
                () -> gathering.add(list(2, Optional.empty()), user("4", "twice", 1)),
                () -> gathering.add(list(1, Optional.empty()), user("5", "Able", 3))));
    long seed = System.nanoTime();
    Collections.shuffle(sightings, new Random(seed));

    sightings.forEach(Runnable::run);

    assertThat(gathering.proposals())
        .as("seed %d", seed)
        .extracting(Proposal::handle)
        .containsExactly("twice", "Able", "few", "none", "unknown");
    assertThat(gathering.proposals().get(4).followers()).isEmpty();
  }

  @Test
  void aSourceCountsOnceThoughItNamesSomebodyTwice() {
    gathering.add(list(1, Optional.empty()), user("1", "a", 3));
    gathering.add(list(1, Optional.empty()), user("1", "a", 3));

    assertThat(gathering.proposals().get(0).evidence()).hasSize(1);
  }

  @Test
  void takesTheDomainOfMostSources() {
    gathering.add(list(1, Optional.of(Domain.FINTECH)), user("1", "a", 3));
    gathering.add(list(2, Optional.of(Domain.EDTECH)), user("1", "a", 3));
    gathering.add(list(3, Optional.empty()), user("1", "a", 3));
    gathering.add(list(4, Optional.of(Domain.EDTECH)), user("1", "a", 3));
    gathering.add(list(1, Optional.of(Domain.FINTECH)), user("2", "b", 2));
    gathering.add(list(2, Optional.of(Domain.EDTECH)), user("2", "b", 2));
    gathering.add(list(3, Optional.empty()), user("3", "c", 1));

    assertThat(gathering.proposals())
        .extracting(Proposal::domain)
        .containsExactly(Optional.of(Domain.EDTECH), Optional.of(Domain.FINTECH), Optional.empty());
  }

  @Test
  void noOrderOfSourcesSpendsMoreThanAllowed() {
    Random random = new Random(7);
    for (int run = 0; run < 500; run++) {
      int sources = 1 + random.nextInt(9);
      RefreshPlan plan =
          new RefreshPlan(
              Collections.nCopies(sources, list(1, Optional.empty())),
              sources + random.nextInt(5_000));
      long read = 0;
      for (int at = 0; at < sources; at++) {
        long share = plan.share(at, read);
        assertThat(share).as("seed 7, run %d", run).isPositive();
        read += random.nextBoolean() ? share : random.nextLong(share + 1);
      }
      assertThat(read).as("seed 7, run %d", run).isLessThanOrEqualTo(plan.mostReads());
    }
  }

  @Test
  void saysThePriceOfX() {
    assertThat(RefreshPlan.price(10_000)).isEqualTo("$100.00");
    assertThat(RefreshPlan.price(1)).isEqualTo("$0.01");
    assertThat(RefreshPlan.price(1_234_567)).isEqualTo("$12,345.67");
  }

  private static Origin list(int id, Optional<Domain> domain) {
    return new Origin(
        new Listing(Listing.Kind.LIST_MEMBERS, Integer.toString(id)),
        "list",
        URI.create("https://x.com/i/lists/" + id),
        domain,
        AT);
  }

  private static Reviewed reviewed(String id, Decision decision) {
    return new Reviewed(
        "reviewed.csv",
        2,
        new Proposal(
            id,
            "r" + id,
            Optional.empty(),
            "list",
            List.of(PAGE),
            AT,
            OptionalLong.empty(),
            decision));
  }

  private static Page.User user(String id, String handle, long followers) {
    String metrics =
        followers < 0 ? "" : ",\"public_metrics\":{\"followers_count\":%d}".formatted(followers);
    JsonNode user = json("{\"id\":\"%s\",\"username\":\"%s\"%s}".formatted(id, handle, metrics));
    return new Page.User(
        Optional.of(id), Optional.of(handle), UserObject.read(user), ByteBuffer.allocate(0));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
