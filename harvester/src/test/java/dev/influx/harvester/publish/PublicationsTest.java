package dev.influx.harvester.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Dialect;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Chance;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Occasion;
import dev.influx.harvester.plan.Samples;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.plan.Sighting;
import dev.influx.harvester.plan.Target;
import dev.influx.lists.Domain;
import dev.influx.schemas.Availability;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.Outcome;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import dev.influx.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PublicationsTest {
  private static final Topics TOPICS = new Topics("t.");

  private final Publications publications =
      new Publications(
          TOPICS, new Origin(SourceKind.SIMULATOR, "run-1", Optional.of(Dialect.POST)));

  @Test
  void observesWhoWasFoundWithEvidenceAndSources() {
    List<Publication> published = of(found(Samples.byHandle("ada"), Samples.sighting("7", "Ada")));

    assertThat(published).hasSize(1);
    Publication publication = published.get(0);
    assertThat(publication.topic()).isEqualTo("t.profiles.raw");
    assertThat(publication.key()).isEqualTo("7");
    assertThat(publication.at()).isEqualTo(Samples.FETCHED);
    RawProfile profile = (RawProfile) publication.value().orElseThrow();
    assertThat(profile.getId()).isEqualTo("7");
    assertThat(profile.getFetchedAt()).isEqualTo(Samples.FETCHED);
    assertThat(profile.getAvailability()).isEqualTo(Availability.AVAILABLE);
    assertThat(profile.getProfile().getHandle()).isEqualTo("Ada");
    assertThat(profile.getHandle()).as("the profile has it").isNull();
    assertThat(profile.getRaw()).isEqualTo(Samples.raw("7", "Ada"));
    assertThat(profile.getDomain()).isEqualTo("ai_research");
    assertThat(profile.getSources())
        .containsExactly(
            new Source("profile", Instant.parse("2025-11-28T00:00:00Z"), "https://x.com/ada"));
    assertThat(profile.getProvenance().getKind()).isEqualTo(SourceKind.SIMULATOR);
    assertThat(profile.getProvenance().getEndpoint()).isEqualTo("GET /2/users/by");
    assertThat(profile.getProvenance().getRequestId()).isEqualTo("5f0c1de2a94b7788");
    assertThat(profile.getProvenance().getAnswerSha256()).isEqualTo(Samples.EVIDENCE.sha256());
    assertThat(profile.getProvenance().getServerDate())
        .isEqualTo(Instant.parse("2026-03-03T09:59:59Z"));
    assertThat(profile.getProvenance().getRunId()).isEqualTo("run-1");
    assertThat(profile.getProvenance().getDialect()).isEqualTo("post");
    assertThat(profile.getProvenance().getBatch()).isEqualTo("0123456789abcdef");
    assertThat(profile.getProvenance().getLine()).isNull();
  }

  @Test
  void keepsWhatNobodyAskedForAsALetterAndNothingElse() {
    Batch batch = new Batch(By.HANDLE, List.of(Samples.byHandle("ada")), Chance.FIRST);
    Settlement settlement =
        Settlement.of(
            batch,
            new Answer.Ok(Samples.page(List.of(Samples.user("9", "stranger")))),
            Samples.FETCHED);

    assertThat(settlement.settled()).isEmpty();
    assertThat(publications.letters(settlement))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.id()).hasValue("9");
              assertThat(letter.bytes()).isEqualTo(Samples.raw("9", "stranger"));
              assertThat(letter.headers())
                  .containsEntry("influx.dead.reason", "unasked_user")
                  .containsEntry("influx.dead.error", "nobody had asked for stranger")
                  .containsEntry("influx.dead.batch", batch.id());
            });
  }

  @Test
  void keepsTheProfileOfAProtectedAuthorForThePolicyToDecide() {
    Profile hidden = Profile.newBuilder(Samples.profile("ada")).setProtected$(true).build();
    Sighting sighting = new Sighting("7", hidden, Samples.raw("7", "ada"));

    RawProfile profile = raw(of(found(Samples.byHandle("ada"), sighting)).get(0));

    assertThat(profile.getAvailability()).isEqualTo(Availability.PROTECTED);
    assertThat(profile.getProfile()).isEqualTo(hidden);
  }

  @Test
  void namesAllSeedsOfAnAuthorAndTheDomainOfTheFirst() {
    Target target =
        new Target(
            List.of(
                Occasion.of(Samples.seed("old_name", Domain.OPEN_SOURCE)),
                Occasion.of(Samples.seed("new_name", Domain.FINTECH))),
            Optional.of("7"),
            Optional.of("new_name"),
            Set.of());

    RawProfile profile = raw(of(found(target, Samples.sighting("7", "new_name"))).get(0));

    assertThat(profile.getDomain()).isEqualTo("open_source");
    assertThat(profile.getSources())
        .extracting(Source::getEvidence)
        .containsExactly("https://x.com/old_name", "https://x.com/new_name");
  }

  @Test
  void withdrawsTheOutcomesOfWhoIsFoundAfterAll() {
    Target target =
        new Target(
            List.of(Occasion.of(Samples.seed("Ada"))),
            Optional.empty(),
            Optional.of("Ada"),
            Set.of("ada"));

    List<Publication> published = of(found(target, Samples.sighting("7", "Ada")));

    assertThat(published).hasSize(2);
    assertThat(published.get(1))
        .isEqualTo(new Publication("t.harvest.outcomes", "ada", Optional.empty(), Samples.FETCHED));
  }

  @ParameterizedTest
  @EnumSource(value = Ending.class, mode = EnumSource.Mode.EXCLUDE, names = "FOUND")
  void tellsWhatBecameOfWhoWasNotFound(Ending ending) {
    Settled settled = ended(Samples.byHandle("No_Such"), ending);

    List<Publication> published = of(settled);

    assertThat(published).hasSize(1);
    assertThat(published.get(0).topic()).isEqualTo("t.harvest.outcomes");
    assertThat(published.get(0).key()).isEqualTo("no_such");
    HarvestOutcome outcome = (HarvestOutcome) published.get(0).value().orElseThrow();
    assertThat(outcome.getHandle()).isEqualTo("No_Such");
    assertThat(outcome.getId()).isNull();
    assertThat(outcome.getOutcome()).isEqualTo(Outcome.valueOf(ending.name()));
    assertThat(outcome.getDetail()).isEqualTo("what X said");
    assertThat(outcome.getAskedAt()).isEqualTo(Samples.FETCHED);
    assertThat(outcome.getRequestId()).isEqualTo("5f0c1de2a94b7788");
    assertThat(outcome.getRunId()).isEqualTo("run-1");
  }

  @ParameterizedTest
  @CsvSource({"NOT_FOUND, DELETED", "SUSPENDED, SUSPENDED", "FORBIDDEN, PROTECTED"})
  void observesThatAKnownAuthorIsGone(Ending ending, Availability availability) {
    List<Publication> published = of(ended(Samples.byId("7", "Last_Known"), ending));

    assertThat(published).hasSize(2);
    RawProfile profile = raw(published.get(0));
    assertThat(published.get(0).key()).isEqualTo("7");
    assertThat(profile.getAvailability()).isEqualTo(availability);
    assertThat(profile.getProfile()).isNull();
    assertThat(profile.getRaw()).isNull();
    assertThat(profile.getHandle()).isEqualTo("Last_Known");
    assertThat(profile.getSources()).hasSize(1);
    HarvestOutcome outcome = (HarvestOutcome) published.get(1).value().orElseThrow();
    assertThat(outcome.getId()).isEqualTo("7");
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "INVALID", "UNACCOUNTED"})
  void observesNothingWhereNothingIsKnown(Ending ending) {
    assertThat(of(ended(Samples.byId("7", "ada"), ending)))
        .extracting(Publication::topic)
        .containsExactly("t.harvest.outcomes");
  }

  @Test
  void saysNothingOfWhoIsForgotten() {
    assertThat(of(found(Samples.byId("7", "ada"), Samples.sighting("7", "ada")).asForgotten()))
        .isEmpty();
  }

  @Test
  void hasOneOutcomePerHandleHoweverManyListsNameIt() {
    Target target =
        new Target(
            Stream.of("Ada", "ADA", "old_ada").map(Samples::seed).map(Occasion::of).toList(),
            Optional.of("7"),
            Optional.of("Ada"),
            Set.of());

    assertThat(of(ended(target, Ending.UNACCOUNTED)))
        .extracting(Publication::key)
        .containsExactly("ada", "old_ada");
  }

  private List<Publication> of(Settled settled) {
    return publications.of(settled, "0123456789abcdef");
  }

  private static RawProfile raw(Publication publication) {
    return (RawProfile) publication.value().orElseThrow();
  }

  private static Settled found(Target target, Sighting sighting) {
    return new Settled(
        target,
        Ending.FOUND,
        Optional.of(sighting),
        Optional.empty(),
        Optional.of(Samples.EVIDENCE),
        Samples.FETCHED);
  }

  private static Settled ended(Target target, Ending ending) {
    return new Settled(
        target,
        ending,
        Optional.empty(),
        Optional.of("what X said"),
        Optional.of(Samples.EVIDENCE),
        Samples.FETCHED);
  }
}
