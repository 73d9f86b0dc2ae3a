package dev.influx.harvester.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.imports.Piece.Leaf;
import dev.influx.harvester.publish.ImportedRecord.Missing;
import dev.influx.harvester.publish.ImportedRecord.Observation;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.Outcome;
import dev.influx.schemas.xuser.FileEvidence;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decides what becomes of the pieces of one file. */
final class Scrutiny {
  private static final Instant FIRST_POST_ON_X = Instant.parse("2006-03-21T00:00:00Z");
  private static final Duration SKEW = Duration.ofDays(1);
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]+");
  private static final int USUAL_HANDLE = 15;
  private static final int LONGEST_USER = 1 << 19;
  private static final Set<String> BADGES = Set.of("blue", "business", "government", "none");

  private final ImportSource source;
  private final Instant latest;
  private final String runId;

  Scrutiny(ImportSource source, Instant now, String runId) {
    this.source = source;
    this.latest = now.plus(SKEW);
    this.runId = runId;
  }

  /**
   * What becomes of it.
   *
   * @throws UnableToTellTimeException if nobody says when a user was seen
   */
  Verdict of(Piece piece) {
    return piece.fold(
        this::ofLeaf,
        broken ->
            new Verdict.Refused(Fault.BROKEN_JSON, broken.why(), Optional.empty(), broken.head()),
        noObject -> new Verdict.Passed());
  }

  private Verdict ofLeaf(Leaf leaf) {
    JsonNode object = leaf.object();
    if (object.hasNonNull("id") && object.hasNonNull("username")) {
      return ofUser(leaf);
    }
    Optional<Verdict> missing = Absence.in(object).map(absence -> missing(leaf, absence));
    return missing.orElseGet(
        () ->
            looksLikeUser(object)
                ? refused(leaf, Fault.INCOMPLETE_USER, "id or username is missing")
                : new Verdict.Passed());
  }

  private static boolean looksLikeUser(JsonNode object) {
    return !Absence.isProblem(object)
        && (Stream.of("id", "username", "public_metrics").anyMatch(object::hasNonNull)
            || FlatMetrics.in(object));
  }

  private Verdict ofUser(Leaf leaf) {
    boolean flat = FlatMetrics.in(leaf.object());
    JsonNode user = flat ? FlatMetrics.movedBack(leaf.object()) : leaf.object();
    Optional<Fault> ofId = UserId.fault(user.get("id").asText(), latest);
    if (ofId.isPresent()) {
      return refused(leaf, ofId.get(), "the id is " + user.get("id"));
    } else if (leaf.raw().remaining() > LONGEST_USER) {
      return refused(leaf, Fault.TOO_LONG, leaf.raw().remaining() + " bytes");
    }
    UserReading reading = UserObject.read(user);
    return reading.fold(
        author -> ofAuthor(leaf, author, user, flat),
        unreadable -> refused(leaf, Fault.WRONG_TYPE, String.join("; ", unreadable.problems())));
  }

  private Verdict ofAuthor(Leaf leaf, UserReading.Author author, JsonNode user, boolean flat) {
    String handle = author.profile().getHandle();
    if (!HANDLE.matcher(handle).matches()) {
      return refused(leaf, Fault.IMPOSSIBLE_HANDLE, "the username is " + user.get("username"));
    }
    try {
      Instant seen = seenAt(leaf, user);
      return seen.isBefore(FIRST_POST_ON_X) || seen.isAfter(latest)
          ? refused(leaf, Fault.IMPOSSIBLE_TIME, "seen at " + seen)
          : new Verdict.Kept(observation(leaf, author, user, seen), doubts(author, user, flat));
    } catch (DateTimeException e) {
      return refused(leaf, Fault.WRONG_TYPE, "fetched_at is no instant");
    }
  }

  private Observation observation(
      Leaf leaf, UserReading.Author author, JsonNode user, Instant seen) {
    FileEvidence evidence =
        new FileEvidence(source.file(), source.uri(), leaf.line(), source.sha256());
    return new Observation(evidence.observation(author, user, seen).setRaw(leaf.raw()).build());
  }

  private static List<Doubt> doubts(UserReading.Author author, JsonNode user, boolean flat) {
    List<Doubt> doubts = new ArrayList<>();
    UserId.doubt(user.get("id")).ifPresent(doubts::add);
    if (author.profile().getHandle().length() > USUAL_HANDLE) {
      doubts.add(Doubt.LONG_HANDLE);
    }
    String badge = author.profile().getVerifiedType();
    if (badge != null && !BADGES.contains(badge)) {
      doubts.add(Doubt.ODD_VERIFIED_TYPE);
    }
    if (flat) {
      doubts.add(Doubt.FLAT_METRICS);
    }
    return doubts;
  }

  /** The user knows best, then the envelope, then whoever imports the file. */
  private Instant seenAt(Leaf leaf, JsonNode user) {
    JsonNode own = user.path("fetched_at");
    JsonNode said = own.isMissingNode() || own.isNull() ? leaf.envelope().fetchedAt() : own;
    return said.isMissingNode() ? asOf(leaf) : Instant.parse(said.asText());
  }

  private Instant asOf(Leaf leaf) {
    return source.asOf().orElseThrow(() -> new UnableToTellTimeException(source, leaf.line()));
  }

  /** Nobody needs to know when somebody was not there, but the record has to say it. */
  private Verdict missing(Leaf leaf, Absence absence) {
    try {
      HarvestOutcome outcome =
          HarvestOutcome.newBuilder()
              .setHandle(absence.asked())
              .setId(absence.by() == By.ID ? absence.asked() : null)
              .setOutcome(Outcome.valueOf(absence.ending().name()))
              .setDetail(absence.detail().orElse(null))
              .setAskedAt(seenAt(leaf, leaf.object()))
              .setRunId(runId)
              .build();
      return new Verdict.Kept(new Missing(outcome), List.of());
    } catch (DateTimeException e) {
      return refused(leaf, Fault.WRONG_TYPE, "fetched_at is no instant");
    }
  }

  private static Verdict refused(Leaf leaf, Fault fault, String why) {
    Optional<String> id =
        Optional.of(leaf.object().path("id").asText()).filter(text -> By.ID.accepts(text));
    return new Verdict.Refused(fault, why, id, leaf.raw());
  }
}
