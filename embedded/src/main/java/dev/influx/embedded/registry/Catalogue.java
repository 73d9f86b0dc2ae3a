package dev.influx.embedded.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;

/**
 * All that the registry knows: subjects, schemas and settings. Changes come one at a time; readers
 * may look at any moment, and see each subject as it was before or after a change.
 *
 * <p>A schema keeps its id for ever, even when no subject has it any more: records that carry the
 * id may still lie in some topic, and must never be read with another schema.
 */
final class Catalogue {
  private final ConcurrentNavigableMap<String, Subject> subjects = new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<Integer, String> schemas = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Scoped<CompatibilityLevel> levels = new Scoped<>(CompatibilityLevel.BACKWARD);
  private final Scoped<Mode> modes = new Scoped<>(Mode.READWRITE);

  Collection<Subject> subjects() {
    return subjects.values();
  }

  Optional<Subject> subject(String name) {
    return Optional.ofNullable(subjects.get(name));
  }

  Scoped<CompatibilityLevel> levels() {
    return levels;
  }

  Scoped<Mode> modes() {
    return modes;
  }

  String text(Version version) {
    return schemas.get(version.id());
  }

  Schema schema(Version version) {
    return Candidate.reparse(text(version));
  }

  /** The schema of an id that some subject still has, be it soft-deleted. */
  Optional<String> schema(int id) {
    return having(id).isEmpty() ? Optional.empty() : Optional.of(schemas.get(id));
  }

  /** The subjects with a version of this id, be it soft-deleted. */
  List<Subject> having(int id) {
    return subjects.values().stream().filter(subject -> subject.has(v -> v.id() == id)).toList();
  }

  int highestId() {
    return schemas.isEmpty() ? 0 : schemas.lastKey();
  }

  /** The id that this text has, or will have. */
  int idFor(String text) {
    return ids.getOrDefault(text, highestId() + 1);
  }

  /** The schema before its subject: who finds the version must find the schema too. */
  void add(String subject, Version version, String text) {
    schemas.put(version.id(), text);
    ids.put(text, version.id());
    subjects.merge(
        subject, new Subject(subject, List.of(version)), (before, added) -> before.with(version));
  }

  void update(String name, UnaryOperator<Subject> change) {
    subjects.computeIfPresent(
        name,
        (key, before) -> {
          Subject after = change.apply(before);
          return after.versions().isEmpty() ? null : after;
        });
  }
}
