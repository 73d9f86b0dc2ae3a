package dev.influx.validator.files;

import dev.influx.lists.Domain;
import dev.influx.validator.files.CheckedAuthor.Place;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Compares each author of a list with those before: order, ranks, and one policy for all.
 *
 * <p>Published scores are rounded: of two that are equal, the unrounded ones that ranked the
 * authors may differ, so that neither followers nor handles say who comes first. The ranks do.
 */
final class ListCheck {
  private final Judges judges;
  private final Consumer<Fault> faults;
  private final Map<Domain, Long> inDomain = new EnumMap<>(Domain.class);
  private long authors;
  private Place first;
  private Place before;
  private long lineBefore;
  private boolean policyKnown = true;

  ListCheck(Judges judges, Consumer<Fault> faults) {
    this.judges = judges;
    this.faults = faults;
  }

  /** The place of the first published record; null if there was none. */
  Place first() {
    return first;
  }

  void add(CheckedAuthor author) {
    authors++;
    Place place = author.place();
    order(author, place);
    ranks(author, place);
    policy(author, place);
    first = first == null ? place : first;
    if (place.score() != null) {
      before = place;
      lineBefore = author.line();
    }
  }

  private void order(CheckedAuthor author, Place place) {
    if (before != null && place.score() != null && place.score() > before.score()) {
      String reason =
          "score " + place.score() + " after " + before.score() + " in line " + lineBefore;
      faults.accept(Code.ORDER.at(author.line(), author.id(), "/meta/score", reason));
    }
  }

  private void ranks(CheckedAuthor author, Place place) {
    if (place.rank() != null && place.rank() != authors) {
      rank(author, "/meta/rank_global", place.rank(), authors, "the list");
    }
    place
        .rankByTopic()
        .forEach(
            (topic, rank) ->
                Domain.find(topic).ifPresent(domain -> rankInDomain(author, domain, rank)));
  }

  private void rankInDomain(CheckedAuthor author, Domain domain, Long rank) {
    long position = inDomain.merge(domain, 1L, Long::sum);
    if (rank != null && rank != position) {
      rank(author, "/meta/rank_by_topic/" + domain.id(), rank, position, domain.id());
    }
  }

  private void rank(CheckedAuthor author, String where, long rank, long position, String list) {
    String reason = "rank " + rank + " at position " + position + " of " + list;
    faults.accept(Code.RANK.at(author.line(), author.id(), where, reason));
  }

  private void policy(CheckedAuthor author, Place place) {
    if (place.policy() != null && policyKnown && !judges.know(place.policy())) {
      policyKnown = false;
      String reason =
          "policy " + place.policy() + " is not known here; judged by " + judges.other().policyId();
      faults.accept(
          Code.UNKNOWN_POLICY.at(author.line(), author.id(), "/meta/policy_sha256", reason));
    }
    if (first != null) {
      same(author, "/meta/policy_sha256", place.policy(), first.policy());
      same(author, "/meta/score_version", place.scoreVersion(), first.scoreVersion());
    }
  }

  private void same(CheckedAuthor author, String where, String own, String ofFirst) {
    if (!Objects.equals(own, ofFirst)) {
      String reason = own + ", where the first author has " + ofFirst;
      faults.accept(Code.MIXED_POLICIES.at(author.line(), author.id(), where, reason));
    }
  }
}
