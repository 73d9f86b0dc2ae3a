package dev.influx.lists.rules;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.influx.lists.library.Library;
import dev.influx.lists.library.Library.Part;
import dev.influx.lists.rules.Weighing.Known;
import dev.influx.lists.rules.Weighing.PersonalName;
import dev.influx.lists.terms.WordReader;
import dev.influx.lists.yaml.Range;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a claim about an author, and the given names that it may weigh against it. */
final class WeighingReader {

  private static final Map<String, String> BADGES =
      Stream.of("blue", "business", "government", "none", "legacy", "org")
          .collect(toUnmodifiableMap(Function.identity(), Function.identity()));
  private static final Part<GivenNames> GIVEN_NAMES =
      new Part<>("rules/", "given_names@1", WeighingReader::givenNames, GivenNames::id);

  private final Library library;

  WeighingReader(Library library) {
    this.library = library;
  }

  Optional<Weighing> read(StrictMapping root) {
    String id = RulesReader.id(root, "organizations");
    String description = root.text("description");
    double threshold = root.number("threshold", Range.POSITIVE);
    List<String> badges = root.optional("badges").map(WeighingReader::badges).orElse(List.of());
    Optional<Known> known =
        root.optional("known").flatMap(StrictValue::mapping).flatMap(WeighingReader::known);
    Optional<PersonalName> personalName =
        root.optional("personal_name").flatMap(StrictValue::mapping).flatMap(this::personalName);
    Optional<Double> ownAffiliation =
        root.optional("own_affiliation").map(value -> value.number(Range.EVIDENCE));
    List<Signal> signals = SignalReader.signals(root.value("signals"));
    List<String> exceptions = HandleReader.exceptions(root);
    return root.complete(
        () ->
            new Weighing(
                id,
                description,
                threshold,
                badges,
                known,
                personalName,
                ownAffiliation,
                signals,
                exceptions));
  }

  private static List<String> badges(StrictValue list) {
    Set<String> badges = new LinkedHashSet<>();
    for (StrictValue item : list.items()) {
      Optional<String> badge = item.choice(BADGES);
      if (badge.isPresent() && !badges.add(badge.get())) {
        item.refuse("is there twice", "keep one of them");
      }
    }
    return new ArrayList<>(badges);
  }

  private static Optional<Known> known(StrictMapping known) {
    double weight = known.number("weight", Range.POSITIVE);
    List<String> handles = HandleReader.handles(known.value("handles"));
    return known.complete(() -> new Known(weight, handles));
  }

  private Optional<PersonalName> personalName(StrictMapping personalName) {
    double weight = personalName.number("weight", Range.NEGATIVE);
    Optional<GivenNames> names = library.readOrFind(personalName.value("given_names"), GIVEN_NAMES);
    return personalName.complete(() -> new PersonalName(weight, names.orElseThrow()));
  }

  private static Optional<GivenNames> givenNames(StrictMapping root) {
    String id = RulesReader.id(root, "given_names");
    String description = root.text("description");
    List<String> names = WordReader.plainLiterals(root.value("names"));
    return root.complete(() -> new GivenNames(id, description, names));
  }
}
