package dev.influx.harvester.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.harvester.api.Page;
import dev.influx.harvester.api.Page.Evidence;
import dev.influx.harvester.api.Page.Problem;
import dev.influx.harvester.api.Page.User;
import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Seed;
import dev.influx.schemas.Profile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.xuser.UserReading;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Seeds, targets, users and problems for tests. */
public final class Samples {
  public static final Instant FETCHED = Instant.parse("2026-03-03T10:00:00.123Z");
  public static final Instant NOW = Instant.parse("2026-03-03T10:00:05Z");

  public static final Evidence EVIDENCE =
      new Evidence(
          "GET /2/users/by",
          Optional.of("5f0c1de2a94b7788"),
          new Sha256(new byte[32]),
          Optional.of(Instant.parse("2026-03-03T09:59:59Z")),
          FETCHED);

  private Samples() {}

  public static Seed seed(String handle) {
    return seed(handle, Domain.AI_RESEARCH);
  }

  public static Seed seed(String handle, Domain domain) {
    return new Seed(
        handle,
        domain,
        "profile",
        URI.create("https://x.com/" + handle),
        Instant.parse("2025-11-28T00:00:00Z"));
  }

  public static List<Seed> seeds(String... handles) {
    return Arrays.stream(handles).map(Samples::seed).toList();
  }

  public static Target byHandle(String handle) {
    return new Target(
        List.of(Occasion.of(seed(handle))), Optional.empty(), Optional.of(handle), Set.of());
  }

  public static Target byId(String id, String handle) {
    return new Target(
        List.of(Occasion.of(seed(handle))), Optional.of(id), Optional.of(handle), Set.of());
  }

  public static Sighting sighting(String id, String handle) {
    return new Sighting(id, profile(handle), raw(id, handle));
  }

  public static Profile profile(String handle) {
    return Profile.newBuilder().setHandle(handle).setFollowersCount(50_000L).build();
  }

  public static User user(String id, String handle) {
    return new User(
        Optional.of(id),
        Optional.of(handle),
        new UserReading.Author(id, profile(handle)),
        raw(id, handle));
  }

  public static ByteBuffer raw(String id, String handle) {
    String json = "{ \"id\":\"%s\",\"username\":\"%s\"}".formatted(id, handle);
    return ByteBuffer.wrap(json.getBytes(UTF_8));
  }

  public static Page page(List<User> users, Problem... problems) {
    return new Page(EVIDENCE, users, List.of(problems));
  }

  public static Problem notFound(String handle) {
    return problem(
        "Not Found Error", "Could not find user with usernames: [" + handle + "].", handle);
  }

  /** X gives suspended users the type of missing ones. */
  public static Problem suspended(String handle) {
    return problem("Forbidden", "User has been suspended: [" + handle + "].", handle);
  }

  public static Problem problem(String title, String detail, String handle) {
    return new Problem(
        Optional.of(title),
        Optional.of(detail),
        Optional.of("https://api.twitter.com/2/problems/resource-not-found"),
        Optional.of("user"),
        Optional.of("usernames"),
        Optional.of(handle),
        Optional.of(handle));
  }
}
