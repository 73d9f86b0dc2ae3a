package dev.influx.embedded.registry;

import java.util.List;
import java.util.Optional;

/** Finds what a request names, or refuses it as the API does. */
final class Lookup {
  private static final String LATEST = "latest";

  private Lookup() {}

  /** A subject with versions that live, or with any when deleted ones count. */
  static Subject subject(Catalogue catalogue, String name, boolean deleted) {
    return catalogue
        .subject(name)
        .filter(subject -> deleted || subject.has(Version::live))
        .orElseThrow(() -> ErrorCode.SUBJECT_NOT_FOUND.refuse(name));
  }

  static Version version(Catalogue catalogue, String name, String wanted, boolean deleted) {
    int number = number(wanted);
    Subject subject = subject(catalogue, name, deleted);
    List<Version> versions = deleted ? subject.versions() : subject.live();
    Optional<Version> found =
        isLatest(wanted) ? latest(subject, versions) : numbered(versions, number);
    return found.orElseThrow(() -> ErrorCode.VERSION_NOT_FOUND.refuse(number));
  }

  /** The newest that lives; only when none does, the newest of those that count. */
  private static Optional<Version> latest(Subject subject, List<Version> versions) {
    List<Version> live = subject.live();
    List<Version> candidates = live.isEmpty() ? versions : live;
    return candidates.stream().reduce((older, newer) -> newer);
  }

  private static Optional<Version> numbered(List<Version> versions, int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  static boolean isLatest(String wanted) {
    return wanted.equals(LATEST) || wanted.equals("-1");
  }

  private static int number(String wanted) {
    if (isLatest(wanted)) {
      return -1;
    }
    try {
      return requirePositive(Integer.parseInt(wanted));
    } catch (IllegalArgumentException e) {
      throw ErrorCode.INVALID_VERSION.refuse(wanted);
    }
  }

  private static int requirePositive(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("not positive: " + number);
    }
    return number;
  }
}
