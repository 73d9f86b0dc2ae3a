package dev.influx.harvester.publish;

import dev.influx.harvester.api.Dialect;
import dev.influx.harvester.api.Page.Evidence;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Occasion;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.plan.Sighting;
import dev.influx.harvester.plan.Target;
import dev.influx.harvester.plan.Unasked;
import dev.influx.harvester.publish.ImportedRecord.DeadLetter;
import dev.influx.lists.Domain;
import dev.influx.schemas.Availability;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.Outcome;
import dev.influx.schemas.Provenance;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Source;
import dev.influx.schemas.topics.Topics;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which records an ending makes. */
final class Publications {
  private final Topics topics;
  private final Origin origin;

  Publications(Topics topics, Origin origin) {
    this.topics = topics;
    this.origin = origin;
  }

  /**
   * An author who was found is observed, and outcomes that say otherwise are withdrawn. An author
   * who is known and gone is observed to be gone. Everybody who was not found has an outcome. Of
   * who asked to be forgotten there is nothing.
   *
   * @param batch that the author was asked for in
   */
  List<Publication> of(Settled settled, String batch) {
    if (settled.target().forgotten()) {
      return List.of();
    }
    return Stream.concat(observation(settled, batch).stream(), outcomes(settled)).toList();
  }

  /** What X answered unasked is kept for people to look at, and for nobody else. */
  List<DeadLetter> letters(Settlement settlement) {
    return settlement.unasked().stream()
        .map(
            each ->
                new DeadLetter(
                    each.user().id(), each.user().raw(), headers(each, settlement.batch().id())))
        .toList();
  }

  private static Map<String, String> headers(Unasked unasked, String batch) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("influx.dead.reason", "unasked_user");
    headers.put("influx.dead.error", "nobody had asked for " + unasked.name());
    headers.put("influx.dead.endpoint", unasked.evidence().endpoint());
    headers.put("influx.dead.batch", batch);
    unasked.evidence().requestId().ifPresent(id -> headers.put("influx.dead.request_id", id));
    return headers;
  }

  private Optional<Publication> observation(Settled settled, String batch) {
    return settled
        .evidence()
        .flatMap(
            evidence ->
                settled
                    .sighting()
                    .map(sighting -> seen(settled, sighting, evidence, batch))
                    .or(() -> gone(settled, evidence, batch)))
        .map(profile -> publication(profile, settled));
  }

  private Publication publication(RawProfile profile, Settled settled) {
    return new Publication(topics.raw(), profile.getId(), Optional.of(profile), settled.at());
  }

  /**
   * Whether a protected author may be in the list is for the policy to say: the profile stays. So
   * it is with one who is withheld somewhere, whose countries are in the profile.
   */
  private RawProfile seen(Settled settled, Sighting sighting, Evidence evidence, String batch) {
    boolean hidden = Boolean.TRUE.equals(sighting.profile().getProtected$());
    return observed(settled, sighting.id(), evidence, batch)
        .setAvailability(hidden ? Availability.PROTECTED : Availability.AVAILABLE)
        .setProfile(sighting.profile())
        .setRaw(sighting.raw())
        .build();
  }

  private Optional<RawProfile> gone(Settled settled, Evidence evidence, String batch) {
    Target target = settled.target();
    return target
        .id()
        .flatMap(
            id ->
                availability(settled.ending())
                    .map(
                        why ->
                            observed(settled, id, evidence, batch)
                                .setAvailability(why)
                                .setHandle(target.handle().orElse(null))
                                .build()));
  }

  private static Optional<Availability> availability(Ending ending) {
    return switch (ending) {
      case NOT_FOUND -> Optional.of(Availability.DELETED);
      case SUSPENDED -> Optional.of(Availability.SUSPENDED);
      case FORBIDDEN -> Optional.of(Availability.PROTECTED);
      case FOUND, UNAVAILABLE, INVALID, UNACCOUNTED -> Optional.empty();
    };
  }

  private RawProfile.Builder observed(Settled settled, String id, Evidence evidence, String batch) {
    List<Occasion> occasions = settled.target().occasions();
    return RawProfile.newBuilder()
        .setId(id)
        .setFetchedAt(evidence.fetchedAt())
        .setDomain(domain(occasions).orElse(null))
        .setSources(occasions.stream().map(Publications::source).toList())
        .setProvenance(provenance(evidence, batch));
  }

  private static Optional<String> domain(List<Occasion> occasions) {
    return occasions.stream()
        .flatMap(occasion -> occasion.domain().stream())
        .map(Domain::id)
        .findFirst();
  }

  private static Source source(Occasion occasion) {
    return new Source(occasion.method(), occasion.at(), occasion.evidence().toString());
  }

  private Provenance provenance(Evidence evidence, String batch) {
    return Provenance.newBuilder()
        .setKind(origin.kind())
        .setEndpoint(evidence.endpoint())
        .setRequestId(evidence.requestId().orElse(null))
        .setAnswerSha256(evidence.sha256())
        .setServerDate(evidence.serverDate().orElse(null))
        .setRunId(origin.runId())
        .setDialect(origin.dialect().map(Dialect::code).orElse(null))
        .setBatch(batch)
        .build();
  }

  private Stream<Publication> outcomes(Settled settled) {
    if (settled.ending() == Ending.FOUND) {
      return settled.target().open().stream().map(key -> outcome(key, Optional.empty(), settled));
    }
    return eachOnce(settled.target().occasions()).stream()
        .map(each -> outcome(each.key(), Optional.of(outcome(each, settled)), settled));
  }

  private Publication outcome(String key, Optional<HarvestOutcome> value, Settled settled) {
    return new Publication(topics.outcomes(), key, value.map(outcome -> outcome), settled.at());
  }

  private HarvestOutcome outcome(Occasion occasion, Settled settled) {
    return HarvestOutcome.newBuilder()
        .setHandle(occasion.name())
        .setId(settled.target().id().orElse(null))
        .setOutcome(Outcome.valueOf(settled.ending().name()))
        .setDetail(settled.detail().orElse(null))
        .setAskedAt(settled.at())
        .setRequestId(settled.evidence().flatMap(Evidence::requestId).orElse(null))
        .setRunId(origin.runId())
        .build();
  }

  /** Two lists may name the same handle. */
  private static Collection<Occasion> eachOnce(List<Occasion> occasions) {
    Map<String, Occasion> byKey = new LinkedHashMap<>();
    occasions.forEach(occasion -> byKey.putIfAbsent(occasion.key(), occasion));
    return byKey.values();
  }
}
