package dev.influx.harvester.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Listing.Kind;
import dev.influx.harvester.api.Walk.End;
import dev.influx.runtime.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Walks over answers as X sends them. */
final class WalkerTest {
  private static final Listing MEMBERS = new Listing(Kind.LIST_MEMBERS, "77");
  private static final Listing FOLLOWING = new Listing(Kind.FOLLOWING, "12");
  private static final ApiSettings SETTINGS =
      ApiSettings.of(URI.create("https://api.x.com"), Secret.of("canary"), "INFLUX_API_TOKEN");

  private final List<String> taken = new ArrayList<>();

  @Test
  void followsTheTokensToTheEnd() throws InterruptedException {
    TestingPages pages = new TestingPages(page(1, 3, "t1"), page(4, 5, "t2"), page(6, 6, ""));

    Walk walk = walk(pages, MEMBERS, 1_000);

    assertThat(walk).isEqualTo(new Walk(MEMBERS, 6, 6, End.COMPLETE, "", Optional.empty()));
    assertThat(taken).containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(pages.targets())
        .containsExactly(
            "/2/lists/77/members?max_results=100&user.fields=" + fields(),
            "/2/lists/77/members?max_results=100&user.fields=" + fields() + "&pagination_token=t1",
            "/2/lists/77/members?max_results=100&user.fields=" + fields() + "&pagination_token=t2");
  }

  @Test
  void asksForNoMoreUsersThanItMayPayFor() throws InterruptedException {
    TestingPages pages = new TestingPages(page(1, 1_000, "t1"), page(1_001, 1_500, "t2"));

    Walk walk = walk(pages, FOLLOWING, 1_500);

    assertThat(walk.end()).isEqualTo(End.ENOUGH);
    assertThat(walk.reads()).isEqualTo(1_500);
    assertThat(pages.targets())
        .extracting(target -> target.replaceFirst("&user.*", ""))
        .containsExactly(
            "/2/users/12/following?max_results=1000", "/2/users/12/following?max_results=500");
  }

  @Test
  void asksForNothingWithoutMoney() throws InterruptedException {
    TestingPages pages = new TestingPages();

    assertThat(walk(pages, MEMBERS, 0).end()).isEqualTo(End.ENOUGH);
    assertThat(pages.targets()).isEmpty();
  }

  @Test
  void endsWhenAPageBringsNobodyNew() throws InterruptedException {
    TestingPages pages = new TestingPages(page(1, 2, "t1"), page(1, 2, "t2"));

    Walk walk = walk(pages, MEMBERS, 1_000);

    assertThat(walk).isEqualTo(new Walk(MEMBERS, 4, 2, End.REPEATED, "", Optional.empty()));
    assertThat(taken).containsExactly("1", "2");
  }

  @Test
  void endsWhenATokenComesAgain() throws InterruptedException {
    TestingPages pages = new TestingPages(page(1, 2, "t1"), page(3, 4, "t1"));

    assertThat(walk(pages, MEMBERS, 1_000).end()).isEqualTo(End.REPEATED);
    assertThat(taken).hasSize(4);
  }

  @Test
  void goesOnAfterAnEmptyPageThatIsNotTheLast() throws InterruptedException {
    TestingPages pages =
        new TestingPages(
            page(1, 1, "t1"),
            "{\"meta\":{\"result_count\":0,\"next_token\":\"t2\"}}",
            page(2, 2, ""));

    assertThat(walk(pages, MEMBERS, 1_000).end()).isEqualTo(End.COMPLETE);
    assertThat(taken).containsExactly("1", "2");
  }

  @Test
  void endsWhenEmptyPagesGoOnForEver() throws InterruptedException {
    TestingPages pages =
        new TestingPages(
            LongStream.rangeClosed(1, 20)
                .mapToObj("{\"meta\":{\"result_count\":0,\"next_token\":\"t%d\"}}"::formatted)
                .toArray(String[]::new));

    assertThat(walk(pages, MEMBERS, 1_000).end()).isEqualTo(End.REPEATED);
    assertThat(pages.targets()).hasSize(11);
  }

  @Test
  void anEmptyListingIsComplete() throws InterruptedException {
    assertThat(walk(new TestingPages("{\"meta\":{\"result_count\":0}}"), MEMBERS, 10))
        .isEqualTo(new Walk(MEMBERS, 0, 0, End.COMPLETE, "", Optional.empty()));
  }

  @Test
  void takesAUserOnceThoughPagesOverlap() throws InterruptedException {
    TestingPages pages = new TestingPages(page(1, 3, "t1"), page(3, 4, ""));

    Walk walk = walk(pages, MEMBERS, 1_000);

    assertThat(walk.reads()).isEqualTo(5);
    assertThat(walk.users()).isEqualTo(4);
    assertThat(taken).containsExactly("1", "2", "3", "4");
  }

  @Test
  void keepsWhatItHasWhenATokenExpires() throws InterruptedException {
    TestingPages pages =
        new TestingPages(
            page(1, 2, "t1"),
            "400 {\"errors\":[{\"parameters\":{\"pagination_token\":[\"t1\"]},\"message\":\"gone\"}],"
                + "\"title\":\"Invalid Request\",\"detail\":\"One or more parameters\","
                + "\"type\":\"https://api.x.com/2/problems/invalid-request\"}");

    Walk walk = walk(pages, MEMBERS, 1_000);

    assertThat(walk.end()).isEqualTo(End.EXPIRED);
    assertThat(walk.why()).contains("One or more parameters");
    assertThat(taken).containsExactly("1", "2");
  }

  @Test
  void recognisesAnExpiredTokenThatIsNotNamed() throws InterruptedException {
    TestingPages pages =
        new TestingPages(
            page(1, 2, "t1"), "400 {\"type\":\"https://api.x.com/2/problems/invalid-request\"}");

    assertThat(walk(pages, MEMBERS, 1_000).end()).isEqualTo(End.EXPIRED);
  }

  @Test
  void saysWhatIsNotShown() throws InterruptedException {
    String problem =
        "{\"errors\":[{\"title\":\"Authorization Error\",\"detail\":\"Sorry, you are not authorized\","
            + "\"type\":\"https://api.twitter.com/2/problems/not-authorized-for-resource\"}]}";

    Walk walk = walk(new TestingPages(problem), FOLLOWING, 1_000);

    assertThat(walk.end()).isEqualTo(End.REFUSED);
    assertThat(walk.why()).isEqualTo("Sorry, you are not authorized");
    assertThat(walk.stop()).isEmpty();
  }

  @Test
  void aListThatIsNotThereStopsNothingElse() throws InterruptedException {
    String missing =
        "404 {\"title\":\"Not Found Error\",\"detail\":\"Could not find list with id: [77].\","
            + "\"type\":\"https://api.x.com/2/problems/resource-not-found\"}";

    assertThat(walk(new TestingPages(missing), MEMBERS, 1_000))
        .extracting(Walk::end, Walk::stop)
        .containsExactly(End.REFUSED, Optional.empty());
  }

  @Test
  void saysWhenNothingMoreWillBeAnswered() throws InterruptedException {
    TestingPages pages =
        new TestingPages(
            page(1, 2, "t1"),
            "402 {\"title\":\"Payment Required\",\"detail\":\"credits depleted\","
                + "\"type\":\"https://api.x.com/2/problems/credits-depleted\",\"status\":402}");

    Walk walk = walk(pages, MEMBERS, 1_000);

    assertThat(walk.end()).isEqualTo(End.STOPPED);
    assertThat(walk.stop().orElseThrow().kind()).isEqualTo(Answer.Stop.Kind.QUOTA);
    assertThat(taken).hasSize(2);
  }

  @Test
  void anUnknownFieldStopsTheRunBecauseEveryRequestHasIt() throws InterruptedException {
    String refused =
        "400 {\"errors\":[{\"parameters\":{\"user.fields\":[\"protected\"]}}],"
            + "\"type\":\"https://api.x.com/2/problems/invalid-request\"}";

    assertThat(walk(new TestingPages(refused), MEMBERS, 10).end()).isEqualTo(End.STOPPED);
  }

  @Test
  void saysWhenXDoesNotAnswer() throws InterruptedException {
    assertThat(walk(new TestingPages("503 busy"), MEMBERS, 10).end()).isEqualTo(End.UNANSWERED);
    assertThat(walk(new TestingPages("{}"), MEMBERS, 10).end()).isEqualTo(End.UNANSWERED);
  }

  @Test
  void aTokenCannotAddParameters() {
    PageRequest request = new PageRequest(MEMBERS, 5, Optional.of("a&max_results=100#"));

    assertThat(request.target(Dialect.POST)).endsWith("&pagination_token=a%26max_results%3D100%23");
    assertThat(request.endpoint()).isEqualTo("GET /2/lists/:id/members");
  }

  private Walk walk(TestingPages pages, Listing listing, long most) throws InterruptedException {
    Source source = new HttpSource(pages, new Classifier(SETTINGS));
    return new Walker(source, listing, most, user -> taken.add(user.id().orElseThrow())).walk();
  }

  private static String fields() {
    return "id,name,protected,public_metrics,username,verified,verified_type";
  }

  /** Users with the ids from one to another, and where the next page begins. */
  private static String page(long first, long last, String token) {
    String users =
        LongStream.rangeClosed(first, last)
            .mapToObj(id -> "{\"id\":\"%d\",\"username\":\"u%d\"}".formatted(id, id))
            .collect(joining(","));
    String next = token.isEmpty() ? "" : ",\"next_token\":\"" + token + "\"";
    return "{\"data\":[%s],\"meta\":{\"result_count\":%d%s}}"
        .formatted(users, last - first + 1, next);
  }

  /** Answers with prepared bodies, each of which may begin with another status than 200. */
  private static final class TestingPages implements Transport {
    private final Deque<String> bodies;
    private final List<String> targets = new ArrayList<>();

    TestingPages(String... bodies) {
      this.bodies = new ArrayDeque<>(List.of(bodies));
    }

    List<String> targets() {
      return List.copyOf(targets);
    }

    @Override
    public Received send(Request request) throws IOException {
      targets.add(request.target(Dialect.LEGACY));
      if (bodies.isEmpty()) {
        throw new AssertionError("asked once more: " + targets);
      }
      String body = bodies.remove();
      boolean fine = body.startsWith("{");
      return fine
          ? Replies.received(200, "application/json", body)
          : Replies.received(
              Integer.parseInt(body.substring(0, 3)), "application/json", body.substring(4));
    }
  }
}
