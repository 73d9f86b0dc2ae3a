package dev.influx.app.seeds;

import dev.influx.app.seeds.Gathering.Origin;
import dev.influx.harvester.api.Listing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * What is to be read of X for proposals, and what that may cost.
 *
 * @param mostReads how many users X may return in all
 */
public record RefreshPlan(List<Origin> origins, long mostReads) {

  /** What X charges for a user that it returns. */
  private static final BigDecimal DOLLARS_PER_READ = new BigDecimal("0.010");

  public RefreshPlan {
    origins = List.copyOf(origins);
  }

  /** As many for each source that is left: what one does not use up is for those after it. */
  public long share(int at, long readSoFar) {
    return (mostReads - readSoFar) / (origins.size() - at);
  }

  /** The fewest requests that it takes to read as much. */
  public long requests() {
    long requests = 0;
    long share = mostReads / origins.size();
    for (Origin origin : origins) {
      long page = origin.listing().kind().mostPerPage();
      requests += (share + page - 1) / page;
    }
    return requests;
  }

  /** In the money of X. */
  public static String price(long reads) {
    BigDecimal dollars = DOLLARS_PER_READ.multiply(BigDecimal.valueOf(reads));
    return String.format(Locale.ROOT, "$%,.2f", dollars.setScale(2, RoundingMode.HALF_UP));
  }

  /** A source in a few words. */
  public static String name(Listing listing) {
    return switch (listing.kind()) {
      case LIST_MEMBERS -> "members of list " + listing.id();
      case FOLLOWING -> "followed by " + listing.id();
    };
  }
}
