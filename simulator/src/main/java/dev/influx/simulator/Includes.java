package dev.influx.simulator;

import dev.influx.simulator.graph.Timelines;
import dev.influx.simulator.graph.Timelines.Post;
import dev.influx.simulator.graph.Timelines.Wanted;
import dev.influx.simulator.money.Billed;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedUser;
import dev.influx.simulator.world.SimulatedAuthor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What expansions bring into an answer besides the users that were asked for.
 *
 * @param gonePosts ids of pinned posts that cannot be shown, though their users can
 */
record Includes(List<SimulatedUser> users, List<Post> posts, List<String> gonePosts) {

  boolean isEmpty() {
    return users.isEmpty() && posts.isEmpty();
  }

  /** Expansions are charged for like all else. */
  List<Billed> billed(List<? extends SimulatedUser> found) {
    List<Billed> billed = new ArrayList<>();
    found.forEach(user -> billed.add(Billed.user(user.id())));
    users.forEach(user -> billed.add(Billed.user(user.id())));
    posts.forEach(post -> billed.add(Billed.post(Long.toString(post.id()))));
    return billed;
  }

  /** Finds what users of an answer refer to. */
  static final class Finder {
    private final Population population;
    private final Timelines timelines;

    Finder(Population population, Timelines timelines) {
      this.population = population;
      this.timelines = timelines;
    }

    Includes find(List<? extends SimulatedUser> users, Set<UserField> expanded, Instant time) {
      Map<String, SimulatedUser> organisations = new LinkedHashMap<>();
      Map<Long, Post> posts = new LinkedHashMap<>();
      List<String> gone = new ArrayList<>();
      for (SimulatedUser user : users) {
        if (expanded.contains(UserField.PINNED)) {
          user.pinnedPostId().ifPresent(id -> addPinned(user, id, posts, gone));
        }
        if (expanded.contains(UserField.MOST_RECENT) && !user.protectedAccount()) {
          timelines
              .posts(user, Wanted.all(), 0, 1)
              .items()
              .forEach(post -> posts.put(post.id(), post));
        }
        if (expanded.contains(UserField.AFFILIATION)) {
          organisation(user, time).ifPresent(other -> organisations.put(other.id(), other));
        }
      }
      return new Includes(
          List.copyOf(organisations.values()), List.copyOf(posts.values()), List.copyOf(gone));
    }

    private void addPinned(
        SimulatedUser user, String id, Map<Long, Post> posts, List<String> gone) {
      Optional<Post> post = user.protectedAccount() ? Optional.empty() : timelines.post(user, id);
      post.ifPresentOrElse(there -> posts.put(there.id(), there), () -> gone.add(id));
    }

    private Optional<? extends SimulatedUser> organisation(SimulatedUser user, Instant time) {
      return user instanceof SimulatedAuthor author
          ? author
              .affiliation()
              .flatMap(by -> population.byId(by.id(), time))
              .filter(other -> !other.suspended())
          : Optional.empty();
    }
  }
}
