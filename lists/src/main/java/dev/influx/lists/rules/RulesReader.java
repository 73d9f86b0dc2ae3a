package dev.influx.lists.rules;

import static dev.influx.lists.rules.EntryThresholds.MOST_FOLLOWERS;

import dev.influx.lists.library.Library;
import dev.influx.lists.library.Library.Part;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.Optional;
import java.util.function.Function;

/** Turns a mapping into the rules of a policy, or reports every fault that keeps it from them. */
public final class RulesReader {

  private static final String FOLDER = "rules/";

  private final StrictMapping rules;
  private final Library library;

  private RulesReader(StrictMapping rules, Library library) {
    this.rules = rules;
    this.library = library;
  }

  public static Optional<Rules> read(StrictMapping rules, Library library) {
    return new RulesReader(rules, library).rules();
  }

  private Optional<Rules> rules() {
    WeighingReader weighings = new WeighingReader(library);
    AuthenticityReader authenticities = new AuthenticityReader(library);
    Optional<EntryThresholds> thresholds =
        part("thresholds", RulesReader::thresholds, EntryThresholds::id);
    Optional<Weighing> organizations = part("organizations", weighings::read, Weighing::id);
    Optional<Weighing> official = part("official", weighings::read, Weighing::id);
    Optional<RiskRules> risk = part("risk", RiskReader::read, RiskRules::id);
    Optional<AuthenticityRules> authenticity =
        part("authenticity", authenticities::read, AuthenticityRules::id);
    Optional<EvidenceRules> evidence =
        part("evidence", IdentityReader::evidence, EvidenceRules::id);
    Optional<IdentityRules> identity =
        part("identity", IdentityReader::identity, IdentityRules::id);
    return rules.complete(
        () ->
            new Rules(
                thresholds.orElseThrow(),
                organizations.orElseThrow(),
                official.orElseThrow(),
                risk.orElseThrow(),
                authenticity.orElseThrow(),
                evidence.orElseThrow(),
                identity.orElseThrow()));
  }

  private <T> Optional<T> part(
      String key, Function<StrictMapping, Optional<T>> reader, Function<T, String> idOf) {
    return library.readOrFind(rules.value(key), new Part<>(FOLDER, example(key), reader, idOf));
  }

  /** The id of a document of rules. */
  static String id(StrictMapping root, String kind) {
    return root.value("id").text(Library.ID, example(kind));
  }

  private static String example(String kind) {
    return kind + "@1";
  }

  private static Optional<EntryThresholds> thresholds(StrictMapping root) {
    String id = id(root, "thresholds");
    String description = root.text("description");
    StrictValue verified = root.value("verified_min_followers");
    long withBadge = verified.wholeNumber(1, MOST_FOLLOWERS);
    long all = root.value("min_followers").wholeNumber(1, MOST_FOLLOWERS);
    return root.complete(
        () -> {
          if (withBadge > all) {
            verified.refuse(
                "is above min_followers", "lower it: a badge must not raise the threshold");
          }
          return new EntryThresholds(id, description, Math.min(withBadge, all), all);
        });
  }
}
