package dev.influx.lists.rules;

import static dev.influx.lists.DataFault.quote;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.influx.lists.terms.WordReader;
import dev.influx.lists.yaml.Range;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the signals of one claim, among which a term may speak for or against it only once. */
final class SignalReader {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final Map<String, Field> FIELDS =
      Stream.of(Field.values()).collect(toUnmodifiableMap(Field::scalar, Function.identity()));

  private final Set<String> names = new HashSet<>();
  private final Map<Use, String> signalOfUse = new HashMap<>();

  private SignalReader() {}

  static List<Signal> signals(StrictValue list) {
    SignalReader reader = new SignalReader();
    return list.items().stream().flatMap(item -> reader.signal(item).stream()).toList();
  }

  /** What a term is looked for in, and to which end. */
  private record Use(Optional<Field> where, boolean against, String term) {}

  private Optional<Signal> signal(StrictValue item) {
    return item.mapping().flatMap(mapping -> signal(item, mapping));
  }

  private Optional<Signal> signal(StrictValue item, StrictMapping signal) {
    String name = signal.value("name").text(NAME, "bio_company");
    if (!name.isEmpty() && !names.add(name)) {
      item.refuse("is there twice", "give it another name");
    }
    Optional<Field> where = signal.value("where").choice(FIELDS);
    double weight = signal.number("weight", Range.EVIDENCE);
    List<String> terms =
        signal
            .optional("terms")
            .map(
                list ->
                    WordReader.plainTerms(
                        list,
                        (place, term) ->
                            requireFirstUse(place, new Use(where, weight < 0, term), name)))
            .orElse(List.of());
    Optional<StrictValue> phraseList = signal.optional("phrases");
    List<Phrase> phrases = phraseList.map(SignalReader::phrases).orElse(List.of());
    if (signal.optional("terms").isEmpty() && phraseList.isEmpty()) {
      signal.refuse("has neither terms nor phrases", "add at least one");
    }
    return signal.complete(() -> new Signal(name, where.orElseThrow(), weight, terms, phrases));
  }

  private void requireFirstUse(StrictValue place, Use use, String signal) {
    String other = signalOfUse.putIfAbsent(use, signal);
    if (other != null && !other.equals(signal)) {
      place.refuse(quote(use.term()) + " is in signal " + other + " too", "keep one of them");
    }
  }

  private static List<Phrase> phrases(StrictValue list) {
    List<Phrase> phrases = new ArrayList<>();
    Set<String> patterns = new HashSet<>();
    for (StrictValue item : list.items()) {
      Optional<Phrase> phrase = item.mapping().flatMap(SignalReader::phrase);
      phrase.ifPresent(phrases::add);
      if (phrase.isPresent() && !patterns.add(phrase.get().matches())) {
        item.refuse("has a pattern that is there already", "keep one of them");
      }
    }
    return phrases;
  }

  /** Not a proof that the pattern matches nothing without its literal, but against slips. */
  private static Optional<Phrase> phrase(StrictMapping phrase) {
    StrictValue needsValue = phrase.value("needs");
    String needs = WordReader.plainLiteral(needsValue);
    String matches = PatternReader.pattern(phrase.value("matches"));
    if (!needs.isEmpty() && !matches.isEmpty() && !matches.contains(needs)) {
      needsValue.refuse(
          "is " + quote(needs) + ", which does not stand in the pattern",
          "write letters of the pattern without which it cannot match");
    }
    return phrase.complete(() -> new Phrase(needs, matches));
  }
}
