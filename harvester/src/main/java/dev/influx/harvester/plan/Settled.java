package dev.influx.harvester.plan;

import dev.influx.harvester.api.Page;
import java.time.Instant;
import java.util.Optional;

/**
 * An author who was asked for, and how that ended.
 *
 * @param sighting what was seen, when the author was found
 * @param detail what X said, or what went wrong
 * @param evidence of the answer, if there was one
 * @param at when it was known
 */
public record Settled(
    Target target,
    Ending ending,
    Optional<Sighting> sighting,
    Optional<String> detail,
    Optional<Page.Evidence> evidence,
    Instant at) {

  /** Of an author who asked to be forgotten: nothing of what was seen or said. */
  public Settled asForgotten() {
    Target nameless = target.asForgotten();
    return unanswered(nameless, Ending.INVALID, nameless.flaw().orElseThrow(), at);
  }

  /** Without an answer to show for it. */
  static Settled unanswered(Target target, Ending ending, String detail, Instant at) {
    return new Settled(target, ending, Optional.empty(), Optional.of(detail), Optional.empty(), at);
  }
}
