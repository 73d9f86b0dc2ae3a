package dev.influx.embedded.registry;

import java.util.List;
import java.util.Optional;

/**
 * What a request changes in a catalogue, if it may: pure, so that only a granted change is kept.
 */
final class Decisions {
  private Decisions() {}

  /** The id of the schema; a new version only when the subject does not have it yet. */
  static Decision<Integer> register(Catalogue catalogue, String subject, Candidate candidate) {
    requireWritable(catalogue, subject);
    Subject known = catalogue.subject(subject).orElseGet(() -> Subject.withoutVersions(subject));
    return find(catalogue, known.live(), candidate)
        .map(version -> Decision.keep(version.id()))
        .orElseGet(() -> add(catalogue, known, candidate));
  }

  private static Decision<Integer> add(Catalogue catalogue, Subject subject, Candidate candidate) {
    requireCompatible(catalogue, subject, candidate);
    int id = catalogue.idFor(candidate.text());
    return Decision.change(
        id, new Change.Registered(subject.name(), subject.nextNumber(), id, candidate.text()));
  }

  static Optional<Version> find(Catalogue catalogue, List<Version> versions, Candidate candidate) {
    return versions.stream().filter(version -> candidate.is(catalogue.text(version))).findFirst();
  }

  private static void requireCompatible(Catalogue catalogue, Subject subject, Candidate candidate) {
    List<String> problems =
        Compatibility.problems(catalogue, subject.name(), candidate.schema(), subject.live());
    if (!problems.isEmpty()) {
      throw ErrorCode.INCOMPATIBLE.refuse(subject.name(), problems);
    }
  }

  /** The numbers of the versions that are gone. */
  static Decision<List<Integer>> deleteSubject(
      Catalogue catalogue, String name, boolean permanent) {
    requireWritable(catalogue, name);
    Subject subject = Lookup.subject(catalogue, name, true);
    List<Version> live = subject.live();
    if (permanent && !live.isEmpty()) {
      throw ErrorCode.SUBJECT_NOT_SOFT_DELETED.refuse(name);
    }
    if (!permanent && live.isEmpty()) {
      throw ErrorCode.SUBJECT_SOFT_DELETED.refuse(name);
    }
    List<Version> gone = permanent ? subject.versions() : live;
    return Decision.change(
        gone.stream().map(Version::number).toList(), new Change.SubjectDeleted(name, permanent));
  }

  /** The number of the version that is gone. */
  static Decision<Integer> deleteVersion(
      Catalogue catalogue, String name, String wanted, boolean permanent) {
    requireWritable(catalogue, name);
    Version version = Lookup.version(catalogue, name, wanted, true);
    if (permanent && version.live()) {
      throw ErrorCode.VERSION_NOT_SOFT_DELETED.refuse(name, wanted);
    }
    if (!permanent && version.deleted()) {
      throw ErrorCode.VERSION_SOFT_DELETED.refuse(name, wanted);
    }
    return Decision.change(
        version.number(), new Change.VersionDeleted(name, version.number(), permanent));
  }

  private static void requireWritable(Catalogue catalogue, String subject) {
    if (catalogue.modes().effective(subject) == Mode.READONLY) {
      throw ErrorCode.NOT_PERMITTED.refuse("Subject " + subject + " is in read-only mode");
    }
  }
}
