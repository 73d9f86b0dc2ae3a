package dev.influx.lists.targets;

import static java.util.stream.Collectors.toMap;

import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import dev.influx.lists.targets.DomainTargets.Span;
import dev.influx.lists.targets.DomainTargets.Target;
import dev.influx.lists.yaml.Faults;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import dev.influx.lists.yaml.StrictYaml;
import java.io.Reader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Turns a YAML document into targets: one for each domain, which together make the whole. */
final class TargetReader {

  private static final long MOST_AUTHORS = 10_000_000;
  private static final long LAST_PRIORITY = 9;
  private static final Map<String, Domain> DOMAINS =
      Stream.of(Domain.values()).collect(toMap(Domain::id, domain -> domain));

  private final Map<Domain, Target> targets = new EnumMap<>(Domain.class);

  private TargetReader() {}

  static Reading<DomainTargets> read(String source, Reader yaml) {
    Faults faults = Faults.in(source);
    Optional<DomainTargets> read =
        StrictYaml.parse(yaml, faults).flatMap(new TargetReader()::targets);
    return faults.count() == 0
        ? Reading.accepted(read.orElseThrow())
        : Reading.refused(faults.all());
  }

  private Optional<DomainTargets> targets(StrictMapping root) {
    Optional<Span> all = root.mapping("authors").flatMap(TargetReader::wholeSpan);
    StrictValue list = root.value("domains");
    list.items().forEach(this::target);
    List<String> missing = Domain.ids().stream().filter(this::isMissing).toList();
    if (!missing.isEmpty()) {
      list.refuse("lack " + String.join(", ", missing), "add a target for each");
    }
    return root.complete(() -> all.orElseThrow())
        .flatMap(span -> root.ifSound(() -> agreed(root, span)).flatMap(made -> made));
  }

  private boolean isMissing(String domain) {
    return !targets.containsKey(DOMAINS.get(domain));
  }

  private void target(StrictValue item) {
    item.mapping().flatMap(TargetReader::target).ifPresent(target -> keep(item, target));
  }

  private void keep(StrictValue item, Target target) {
    if (targets.putIfAbsent(target.domain(), target) != null) {
      item.refuse("is there twice", "keep one of them");
    }
  }

  private static Optional<Target> target(StrictMapping mapping) {
    Optional<Domain> domain = mapping.value("name").choice(DOMAINS);
    Optional<Span> span = span(mapping);
    int priority = (int) mapping.value("priority").wholeNumber(1, LAST_PRIORITY);
    return mapping.complete(() -> new Target(domain.orElseThrow(), span.orElseThrow(), priority));
  }

  private static Optional<Span> wholeSpan(StrictMapping mapping) {
    Optional<Span> span = span(mapping);
    return mapping.complete(span::orElseThrow);
  }

  private static Optional<Span> span(StrictMapping mapping) {
    long min = mapping.value("min").wholeNumber(0, MOST_AUTHORS);
    long max = mapping.value("max").wholeNumber(0, MOST_AUTHORS);
    if (min > max) {
      mapping.refuse("has a min above its max", "swap them, or mend one");
      return Optional.empty();
    }
    return Optional.of(new Span(min, max));
  }

  /** Targets that can only be met by missing the whole one are a slip. */
  private Optional<DomainTargets> agreed(StrictMapping root, Span all) {
    long min = sum(Span::min);
    long max = sum(Span::max);
    if (min > all.max() || max < all.min()) {
      root.refuse(
          "wants %d to %d authors of its domains, and %d to %d in all"
              .formatted(min, max, all.min(), all.max()),
          "mend authors:, or the domains");
      return Optional.empty();
    }
    return Optional.of(new DomainTargets(all, List.copyOf(targets.values())));
  }

  private long sum(ToLongFunction<Span> of) {
    return targets.values().stream().map(Target::span).mapToLong(of).sum();
  }
}
