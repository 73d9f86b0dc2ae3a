package dev.influx.schemas.topics;

import dev.influx.schemas.AuditEvent;
import dev.influx.schemas.AuthorClaim;
import dev.influx.schemas.ClashNotice;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/**
 * The names of all topics of one installation, and what each must look like.
 *
 * @param raw what was observed, append-only and kept for ever
 */
public record Topics(String prefix, String raw) {

  /** The prefix where nobody chose another. */
  public static final String DEFAULT_PREFIX = "influx.";

  private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]{0,200}");
  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);
  private static final Duration WITHDRAWALS_KEPT = Duration.ofDays(30);

  public Topics {
    if (!LEGAL.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "a topic prefix has letters, digits, '.', '_' and '-' only: " + prefix);
    }
  }

  /** Those of an installation that has its own observations. */
  public Topics(String prefix) {
    this(prefix, prefix + "profiles.raw");
  }

  /** Topics for the results of one replay, which reads the observations of this installation. */
  public Topics shadow(String replay) {
    return new Topics(prefix + "replay." + replay + ".", raw);
  }

  /** The authors who are in the list. */
  public String accepted() {
    return prefix + "profiles.accepted";
  }

  /** The authors who were seen and are not in the list. */
  public String rejected() {
    return prefix + "profiles.rejected";
  }

  /** Bytes that could not be read or processed. */
  public String dead() {
    return prefix + "profiles.dead";
  }

  /** Policy documents and the pointer to the active one. */
  public String policies() {
    return prefix + "policies";
  }

  /** What became of handles that were not found. */
  public String outcomes() {
    return prefix + "harvest.outcomes";
  }

  /** What authors claim, by fingerprint; what the scorer says to itself. */
  public String claims() {
    return prefix + "scorer.claims";
  }

  /** Who else claims what an author claims, by author; what the scorer says to itself. */
  public String clashes() {
    return prefix + "scorer.clashes";
  }

  /** Who asked to be removed; what keeps them from coming back. */
  public String compliance() {
    return prefix + "compliance";
  }

  /** What was done to the installation, by whom. */
  public String audit() {
    return prefix + "audit";
  }

  /** All that the scorer reads. */
  public List<String> scorerInputs() {
    return List.of(raw(), claims(), clashes());
  }

  /** The whole catalogue; the topics that are keyed by author share one partition count. */
  public List<TopicSpec> catalogue(int partitions) {
    return List.of(
        new TopicSpec(raw(), partitions, keptForEver(), Optional.of(RawProfile.getClassSchema())),
        new TopicSpec(
            accepted(), partitions, compacted(), Optional.of(ScoredProfile.getClassSchema())),
        new TopicSpec(
            rejected(), partitions, compacted(), Optional.of(RejectedProfile.getClassSchema())),
        new TopicSpec(
            dead(), partitions, deletedAfter(DEAD_LETTERS_KEPT), Optional.<Schema>empty()),
        new TopicSpec(policies(), 1, compacted(), Optional.of(PolicyEvent.getClassSchema())),
        new TopicSpec(
            outcomes(), partitions, compacted(), Optional.of(HarvestOutcome.getClassSchema())),
        new TopicSpec(claims(), partitions, patient(), Optional.of(AuthorClaim.getClassSchema())),
        new TopicSpec(clashes(), partitions, patient(), Optional.of(ClashNotice.getClassSchema())),
        new TopicSpec(
            compliance(), 1, compacted(), Optional.of(ComplianceRequest.getClassSchema())),
        new TopicSpec(audit(), 1, keptForEver(), Optional.of(AuditEvent.getClassSchema())));
  }

  /** What a replay writes, of the catalogue of its shadow. */
  public List<TopicSpec> replayed(int partitions) {
    List<String> written = List.of(accepted(), rejected(), dead(), claims(), clashes());
    return catalogue(partitions).stream().filter(topic -> written.contains(topic.name())).toList();
  }

  private static Map<String, String> keptForEver() {
    return Map.of(
        "cleanup.policy", "delete",
        "retention.ms", "-1",
        "retention.bytes", "-1",
        "message.timestamp.type", "CreateTime");
  }

  private static Map<String, String> compacted() {
    return Map.of("cleanup.policy", "compact");
  }

  /** A withdrawal outlives any stop of its only reader, which would miss it for good. */
  private static Map<String, String> patient() {
    return Map.of(
        "cleanup.policy",
        "compact",
        "delete.retention.ms",
        Long.toString(WITHDRAWALS_KEPT.toMillis()));
  }

  private static Map<String, String> deletedAfter(Duration age) {
    return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(age.toMillis()));
  }
}
