package dev.influx.simulator;

import dev.influx.simulator.graph.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Cuts what is long into pages, in all the ways in which X does. */
final class Pages {

  private final Paging paging;
  private final long seed;
  private final InstantSource clock;
  private final Instant started;

  Pages(Paging paging, long seed, InstantSource clock) {
    this.paging = paging;
    this.seed = seed;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** Something long. */
  @FunctionalInterface
  interface Whole<T> {
    Page<T> page(long from, int most);
  }

  /**
   * A page that is asked for.
   *
   * @param scope what is paged
   * @param token that it is asked for with; none for the first
   * @param start what the token says
   */
  record Asked(
      String scope, PageToken.Form form, int most, Optional<String> token, PageToken start) {}

  /**
   * A page as it is answered.
   *
   * @param nextToken none on the last page
   */
  record Cut<T>(List<T> items, Optional<String> nextToken) {}

  /** Nothing if the token is none, or too old. */
  Optional<Asked> asked(String scope, PageToken.Form form, int most, Optional<String> token) {
    return token.isEmpty()
        ? Optional.of(new Asked(scope, form, most, token, new PageToken(0, 0, second())))
        : PageToken.read(form, scope, token.get())
            .filter(this::isAlive)
            .map(start -> new Asked(scope, form, most, token, start));
  }

  <T> Cut<T> cut(Asked asked, Whole<T> whole) {
    SplittableRandom dice =
        new SplittableRandom(seed + 31L * asked.scope().hashCode() + asked.start().turn());
    long begin = asked.start().begin();
    if (dice.nextDouble() < paging.emptyPages()) {
      return new Cut<>(List.of(), Optional.of(token(asked, begin)));
    }
    int most = most(asked, dice);
    Page<T> page = whole.page(begin, most);
    OptionalLong next = page.next();
    if (paging.changes() && next.isPresent() && most > 1) {
      next = whole.page(begin, most + dice.nextInt(-1, 2)).next();
    }
    return new Cut<>(
        page.items(), next.isPresent() ? Optional.of(token(asked, next.getAsLong())) : last(asked));
  }

  private int most(Asked asked, SplittableRandom dice) {
    boolean isShort = dice.nextDouble() < paging.shortPages();
    return isShort ? 1 + dice.nextInt(asked.most()) : asked.most();
  }

  private Optional<String> last(Asked asked) {
    if (!paging.repeatsToken()) {
      return Optional.empty();
    }
    String same = asked.start().write(asked.form(), asked.scope());
    return Optional.of(asked.token().orElse(same));
  }

  private String token(Asked asked, long begin) {
    return new PageToken(begin, asked.start().turn() + 1, second())
        .write(asked.form(), asked.scope());
  }

  private boolean isAlive(PageToken token) {
    return Duration.ofSeconds(second() - token.second()).compareTo(paging.tokenLife()) <= 0;
  }

  private long second() {
    return Math.max(0, Duration.between(started, clock.instant()).toSeconds());
  }
}
