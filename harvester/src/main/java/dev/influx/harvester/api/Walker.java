package dev.influx.harvester.api;

import dev.influx.harvester.api.Walk.End;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks for one page after the other. It ends by itself whatever X sends: a page that brings nobody
 * new, a token that was there before, and pages without anybody that go on and on.
 */
final class Walker {

  /** They cost nothing, and X sends them in the middle of listings. */
  private static final int MOST_EMPTY_PAGES = 10;

  private final Source source;
  private final Listing listing;
  private final long most;
  private final Consumer<Page.User> users;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();
  private Optional<String> token = Optional.empty();
  private long reads;
  private int emptyPages;

  /**
   * @param most how many users may be read
   * @param users takes each user once
   */
  Walker(Source source, Listing listing, long most, Consumer<Page.User> users) {
    this.source = source;
    this.listing = listing;
    this.most = most;
    this.users = users;
  }

  Walk walk() throws InterruptedException {
    Optional<Walk> ended = most > 0 ? Optional.empty() : Optional.of(ended(End.ENOUGH, ""));
    while (ended.isEmpty()) {
      int size = (int) Math.min(listing.kind().mostPerPage(), most - reads);
      ended = step(source.ask(new PageRequest(listing, size, token)).answer());
    }
    return ended.get();
  }

  private Optional<Walk> step(Answer answer) {
    return answer.fold(
        ok -> step(ok.page()),
        this::refused,
        stop -> Optional.of(stopped(stop)),
        passing -> Optional.of(ended(End.UNANSWERED, passing.why())),
        limited -> Optional.of(ended(End.UNANSWERED, limited.why())));
  }

  /** The id was good before: then X refuses the token that it gave. */
  private Optional<Walk> refused(Answer.Poison poison) {
    End end = token.isPresent() ? End.EXPIRED : End.REFUSED;
    return Optional.of(ended(end, poison.detail()));
  }

  private Optional<Walk> step(Page page) {
    if (page.users().isEmpty() && !page.problems().isEmpty()) {
      Page.Problem problem = page.problems().get(0);
      return Optional.of(
          ended(End.REFUSED, problem.detail().or(problem::title).orElse("no reason given")));
    }
    int known = seen.size();
    page.users().forEach(this::take);
    boolean repeated = !page.users().isEmpty() && seen.size() == known;
    emptyPages = page.users().isEmpty() ? emptyPages + 1 : 0;
    token = page.next();
    if (token.isEmpty()) {
      return Optional.of(ended(End.COMPLETE, ""));
    }
    if (repeated || !tokens.add(token.get()) || emptyPages > MOST_EMPTY_PAGES) {
      return Optional.of(ended(End.REPEATED, ""));
    }
    return reads >= most ? Optional.of(ended(End.ENOUGH, "")) : Optional.empty();
  }

  private void take(Page.User user) {
    reads++;
    if (user.id().isPresent() && seen.add(user.id().get())) {
      users.accept(user);
    }
  }

  private Walk ended(End end, String why) {
    return new Walk(listing, reads, seen.size(), end, why, Optional.empty());
  }

  private Walk stopped(Answer.Stop stop) {
    return new Walk(listing, reads, seen.size(), End.STOPPED, stop.what(), Optional.of(stop));
  }
}
