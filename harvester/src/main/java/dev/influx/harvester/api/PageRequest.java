package dev.influx.harvester.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;

/**
 * A request for one page of a listing.
 *
 * @param most how many users at most; X charges for each
 * @param token where the page before ended, as X put it
 */
record PageRequest(Listing listing, int most, Optional<String> token) implements Request {

  /** Names that both dialects share; a page of a thousand users is to be small. */
  private static final String USER_FIELDS =
      "id,name,protected,public_metrics,username,verified,verified_type";

  PageRequest {
    if (most < 1 || most > listing.kind().mostPerPage()) {
      throw new IllegalArgumentException("a page of " + most);
    }
  }

  @Override
  public Endpoint to() {
    return listing.kind();
  }

  @Override
  public String target(Dialect dialect) {
    return listing.kind().path().replace(":id", listing.id())
        + "?max_results="
        + most
        + "&user.fields="
        + USER_FIELDS
        + token.map(text -> "&pagination_token=" + URLEncoder.encode(text, UTF_8)).orElse("");
  }
}
