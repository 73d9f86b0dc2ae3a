package dev.influx.embedded.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A named series of versions, in ascending order; the soft-deleted ones are still there. */
record Subject(String name, List<Version> versions) {
  /** The reserved word under which settings for all subjects travel. */
  static final String GLOBAL = "__GLOBAL";

  Subject {
    versions = List.copyOf(versions);
  }

  static Subject withoutVersions(String name) {
    return new Subject(name, List.of());
  }

  /** Names come from URLs: they must be something to see, and not the reserved word. */
  static String checkName(String name) {
    if (name.isBlank() || name.equals(GLOBAL) || name.chars().anyMatch(Character::isISOControl)) {
      throw ErrorCode.INVALID_SUBJECT.refuse(name);
    }
    return name;
  }

  List<Version> live() {
    return matching(Version::live);
  }

  List<Version> matching(Predicate<Version> wanted) {
    return versions.stream().filter(wanted).toList();
  }

  boolean has(Predicate<Version> wanted) {
    return versions.stream().anyMatch(wanted);
  }

  Optional<Version> version(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  int nextNumber() {
    return versions.isEmpty() ? 1 : versions.get(versions.size() - 1).number() + 1;
  }

  Subject with(Version added) {
    return new Subject(name, Stream.concat(versions.stream(), Stream.of(added)).toList());
  }

  Subject without(int number) {
    return new Subject(name, matching(version -> version.number() != number));
  }

  Subject softDeleting(Predicate<Version> chosen) {
    return new Subject(
        name,
        versions.stream()
            .map(version -> chosen.test(version) ? version.asDeleted() : version)
            .toList());
  }
}
