package dev.influx.app.seeds;

import dev.influx.harvester.api.Listing;
import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.Page;
import dev.influx.lists.Domain;
import dev.influx.lists.seeds.Proposal;
import dev.influx.lists.seeds.Proposal.Decision;
import dev.influx.schemas.Profile;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Collects users of several sources, and makes proposals of those who are new. */
public final class Gathering {

  /** Those whom most sources name come first, and of these those with the most followers. */
  private static final Comparator<Proposal> BEST_FIRST =
      Comparator.<Proposal>comparingInt(proposal -> proposal.evidence().size())
          .thenComparingLong(proposal -> proposal.followers().orElse(-1))
          .reversed()
          .thenComparing(Proposal::key);

  private final Exclusions exclusions;
  private final Map<String, Named> named = new LinkedHashMap<>();
  private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();

  public Gathering(Exclusions exclusions) {
    this.exclusions = exclusions;
  }

  /**
   * Where users are named.
   *
   * @param type what kind of source it is, as seeds say it
   * @param evidence a page where anyone can see whom it names
   * @param domain of those it names; empty where it has none
   * @param readAt when reading it began
   */
  public record Origin(
      Listing listing, String type, URI evidence, Optional<Domain> domain, Instant readAt) {}

  /** Takes a user whom a source names. */
  public void add(Origin origin, Page.User user) {
    Optional<String> handle = user.handle().filter(Lookup.By.HANDLE::accepts);
    if (user.id().isEmpty()) {
      return;
    }
    String id = user.id().get();
    Optional<LeftOut> reason = reason(id, handle, profile(user));
    if (reason.isPresent()) {
      leftOut.put(id, reason.get());
    } else {
      named.computeIfAbsent(id, Named::new).add(origin, handle.orElseThrow(), profile(user));
    }
  }

  private Optional<LeftOut> reason(String id, Optional<String> handle, Optional<Profile> profile) {
    if (handle.isEmpty()) {
      return Optional.of(LeftOut.NO_HANDLE);
    }
    boolean hidden = profile.map(Profile::getProtected$).orElse(false);
    return exclusions
        .reason(id, handle.get())
        .or(() -> hidden ? Optional.of(LeftOut.PROTECTED) : Optional.empty());
  }

  private static Optional<Profile> profile(Page.User user) {
    return user.reading()
        .fold(author -> Optional.of(author.profile()), unreadable -> Optional.empty());
  }

  /** The proposals, the best first. */
  public List<Proposal> proposals() {
    return named.values().stream().map(Named::proposal).sorted(BEST_FIRST).toList();
  }

  /** How many users were left out, by the reason. */
  public Map<LeftOut, Long> leftOut() {
    Map<LeftOut, Long> counts = new EnumMap<>(LeftOut.class);
    leftOut.values().forEach(reason -> counts.merge(reason, 1L, Long::sum));
    return counts;
  }

  /** Why somebody is not proposed. */
  public enum LeftOut {
    SEED("seeds already"),
    ACCEPTED("accepted already"),
    REJECTED("rejected by the gates"),
    REFUSED("refused in an earlier review"),
    PROTECTED("protected"),
    NO_HANDLE("without a usable handle");

    private final String words;

    LeftOut(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Somebody who is named by one source or more. */
  private static final class Named {
    private final String id;
    private final List<Origin> origins = new ArrayList<>();
    private String handle = "";
    private OptionalLong followers = OptionalLong.empty();

    Named(String id) {
      this.id = id;
    }

    void add(Origin origin, String newHandle, Optional<Profile> profile) {
      origins.add(origin);
      handle = newHandle;
      profile
          .map(Profile::getFollowersCount)
          .ifPresent(count -> followers = OptionalLong.of(count));
    }

    Proposal proposal() {
      Origin first = origins.get(0);
      return new Proposal(
          id,
          handle,
          domain(),
          first.type(),
          origins.stream().map(Origin::evidence).distinct().toList(),
          first.readAt(),
          followers,
          Decision.OPEN);
    }

    /** That of most sources; of as many, that of the first. */
    private Optional<Domain> domain() {
      Map<Domain, Integer> counts = new LinkedHashMap<>();
      origins.forEach(
          origin -> origin.domain().ifPresent(domain -> counts.merge(domain, 1, Integer::sum)));
      return counts.entrySet().stream()
          .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
          .map(Map.Entry::getKey);
    }
  }
}
