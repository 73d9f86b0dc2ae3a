package dev.influx.simulator;

import java.time.Duration;

/**
 * How the pages of members, followings, followers and posts come.
 *
 * @param shortPages the share of pages with fewer items than asked for though there are more
 * @param emptyPages the share of pages with no item though there are more
 * @param repeatsToken the last page, instead of having no token, has the one it was asked for with
 * @param changes between pages somebody comes or goes, so that items are met twice or never
 * @param tokenLife after which a token is refused
 */
public record Paging(
    double shortPages,
    double emptyPages,
    boolean repeatsToken,
    boolean changes,
    Duration tokenLife) {

  private static final Paging USUAL = new Paging(0, 0, false, false, Duration.ofDays(1));

  public Paging {
    check(shortPages >= 0 && shortPages <= 1, "the share of short pages is outside 0 to 1");
    check(emptyPages >= 0 && emptyPages < 1, "the share of empty pages is outside 0 to below 1");
    check(!tokenLife.isNegative(), "the life of a page token is negative");
  }

  /** Full pages that hold together. */
  public static Paging usual() {
    return USUAL;
  }

  public Paging withShortPages(double share) {
    return new Paging(share, emptyPages, repeatsToken, changes, tokenLife);
  }

  public Paging withEmptyPages(double share) {
    return new Paging(shortPages, share, repeatsToken, changes, tokenLife);
  }

  public Paging repeatingToken() {
    return new Paging(shortPages, emptyPages, true, changes, tokenLife);
  }

  public Paging changing() {
    return new Paging(shortPages, emptyPages, repeatsToken, true, tokenLife);
  }

  public Paging withTokenLife(Duration life) {
    return new Paging(shortPages, emptyPages, repeatsToken, changes, life);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
