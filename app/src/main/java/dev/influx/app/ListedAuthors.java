package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.app.pipe.Installation;
import dev.influx.app.pipe.JudgedAuthors;
import dev.influx.harvester.errand.RunDescription;
import dev.influx.harvester.plan.Occasion;
import dev.influx.lists.Domain;
import dev.influx.runtime.Explained;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.Source;
import dev.influx.schemas.wire.Registry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The accepted authors: who they are, when they were seen, and why they are looked at. */
final class ListedAuthors {
  /** What a run over them calls its list. */
  static final String SOURCE = "accepted";

  private final Map<String, Listed> byId;

  private ListedAuthors(Map<String, Listed> byId) {
    this.byId = byId;
  }

  private record Listed(
      String id, String handle, Instant observedAt, Optional<String> domain, List<Source> sources) {

    static Listed of(ScoredProfile author) {
      return new Listed(
          author.getId(),
          author.getProfile().getHandle(),
          author.getObservedAt(),
          Optional.ofNullable(author.getDomain()),
          author.getSources());
    }

    List<Occasion> occasions() {
      List<Occasion> occasions = new ArrayList<>();
      for (Source source : sources) {
        occasions.add(
            new Occasion(
                id,
                domain.flatMap(Domain::find),
                source.getMethod(),
                URI.create(source.getEvidence()),
                source.getFetchedAt()));
      }
      return occasions;
    }
  }

  /** Whether a run is over accepted authors. */
  static boolean areIn(RunDescription run) {
    return run.sources().stream().anyMatch(source -> source.name().equals(SOURCE));
  }

  /** Those who are accepted now. */
  static ListedAuthors read(Installation installation, Registry registry) {
    Map<String, Listed> byId = new HashMap<>();
    JudgedAuthors.Readers<Optional<Listed>> readers =
        new JudgedAuthors.Readers<>(
            accepted -> Optional.of(Listed.of(accepted)), rejected -> Optional.empty());
    new JudgedAuthors<>(
            installation, registry, "influx-harvest-refresh", readers, ListedAuthors::refuse)
        .forEach(author -> author.ifPresent(listed -> byId.put(listed.id(), listed)), left -> {});
    return new ListedAuthors(byId);
  }

  private static void refuse(JudgedAuthors.Unreadable record) {
    throw new Explained(
        "the accepted authors cannot be read",
        "the record at " + record.offset() + " of " + record.partition() + ": " + record.reason(),
        "see whether the schema registry belongs to this cluster",
        null);
  }

  /** A list of those who were seen before the time given, oldest first. */
  InputStream seenBefore(Instant time) {
    StringBuilder list = new StringBuilder("id,username\n");
    byId.values().stream()
        .filter(author -> author.observedAt().isBefore(time))
        .sorted(Comparator.comparing(Listed::observedAt).thenComparing(Listed::id))
        .forEach(
            author -> list.append(author.id()).append(',').append(author.handle()).append('\n'));
    return new ByteArrayInputStream(list.toString().getBytes(UTF_8));
  }

  /** Why they are looked at, by id. */
  Function<String, List<Occasion>> occasions() {
    return id -> Optional.ofNullable(byId.get(id)).map(Listed::occasions).orElse(List.of());
  }
}
