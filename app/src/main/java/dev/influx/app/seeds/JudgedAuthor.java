package dev.influx.app.seeds;

import dev.influx.lists.Domain;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import java.util.Optional;

/**
 * Somebody of whom it was decided whether to be in the list.
 *
 * @param handle empty where nobody knows it any more
 * @param domain empty where nobody assigned one
 */
public record JudgedAuthor(
    String id, Optional<String> handle, Optional<Domain> domain, boolean accepted) {

  public static JudgedAuthor of(ScoredProfile author) {
    return new JudgedAuthor(
        author.getId(),
        Optional.of(author.getProfile().getHandle()),
        domain(author.getDomain()),
        true);
  }

  public static JudgedAuthor of(RejectedProfile author) {
    return new JudgedAuthor(
        author.getId(), Optional.ofNullable(author.getHandle()), domain(author.getDomain()), false);
  }

  private static Optional<Domain> domain(String id) {
    return Optional.ofNullable(id).flatMap(Domain::find);
  }
}
