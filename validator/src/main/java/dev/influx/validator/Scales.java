package dev.influx.validator;

import dev.influx.lists.rules.GivenNames;
import dev.influx.lists.rules.Signal;
import dev.influx.lists.rules.Weighing;
import dev.influx.schemas.Affiliation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a claim about authors is weighed on: its rules, made ready. */
final class Scales {
  private final Weighing rules;
  private final int firstSignal;
  private final Set<String> badges;
  private final Set<String> exceptions;
  private final Set<String> known;
  private final Optional<PersonalNames> personalNames;
  private final long threshold;
  private final long[] weights;

  /**
   * @param firstSignal where the signals of this claim begin in the index
   */
  Scales(Weighing rules, int firstSignal) {
    this.rules = rules;
    this.firstSignal = firstSignal;
    this.badges = Set.copyOf(rules.badges());
    this.exceptions = Set.copyOf(rules.exceptions());
    this.known = rules.known().map(some -> Set.copyOf(some.handles())).orElse(Set.of());
    this.personalNames =
        rules
            .personalName()
            .map(Weighing.PersonalName::givenNames)
            .map(GivenNames::names)
            .map(PersonalNames::new);
    this.threshold = Weighed.parts(rules.threshold());
    this.weights =
        rules.signals().stream().mapToLong(signal -> Weighed.parts(signal.weight())).toArray();
  }

  /** What speaks for it and against it; empty if that is too little, as it is for most. */
  Optional<Weighed> weigh(Examined author, Heard heard) {
    String badge = author.profile().getVerifiedType();
    boolean decided = badge != null && badges.contains(badge);
    if (!decided && evidence(author, heard) < threshold) {
      return Optional.empty();
    }
    if (exceptions.contains(author.handle())) {
      return Optional.empty();
    }
    Weighed weighed = new Weighed(rules.id());
    if (decided) {
      weighed.decide("badges", badge + " badge");
    }
    weighAll(author, heard, weighed);
    return Optional.of(weighed).filter(all -> decided || all.reaches(threshold));
  }

  /** All that speaks for it, in a cheap way. */
  private long evidence(Examined author, Heard heard) {
    long sum = isKnown(author) ? knownWeight() : 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] > 0 && heard.has(firstSignal + i) ? weights[i] : 0;
    }
    return sum + ownAffiliation(author);
  }

  private void weighAll(Examined author, Heard heard, Weighed weighed) {
    if (isKnown(author)) {
      weighed.add("known", knownWeight(), "handle", List.of("@" + author.handle()));
    }
    if (ownAffiliation(author) != 0) {
      weighed.add(
          "own_affiliation", ownAffiliation(author), "affiliation", List.of("its own badge"));
    }
    List<Signal> signals = rules.signals();
    for (int i = 0; i < weights.length; i++) {
      if (heard.has(firstSignal + i)) {
        Signal signal = signals.get(i);
        weighed.add(
            signal.name(), weights[i], signal.where().scalar(), heard.words(firstSignal + i));
      }
    }
    personalNames
        .flatMap(names -> names.givenNameOf(author))
        .ifPresent(
            name ->
                weighed.add(
                    "personal_name",
                    Weighed.parts(rules.personalName().orElseThrow().weight()),
                    "name",
                    List.of(name)));
  }

  private boolean isKnown(Examined author) {
    return !known.isEmpty() && known.contains(author.handle());
  }

  private long knownWeight() {
    return Weighed.parts(rules.known().orElseThrow().weight());
  }

  private long ownAffiliation(Examined author) {
    Affiliation affiliation = author.profile().getAffiliation();
    boolean own =
        affiliation != null && affiliation.getUserIds().contains(author.observation().getId());
    return own ? rules.ownAffiliation().map(Weighed::parts).orElse(0L) : 0;
  }
}
