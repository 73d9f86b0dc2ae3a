package dev.influx.app;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.lists.seeds.Proposal.Reviewed;
import dev.influx.lists.seeds.ProposalFiles;
import dev.influx.lists.seeds.Seed;
import dev.influx.lists.seeds.SeedFiles;
import dev.influx.lists.targets.DomainTargets;
import dev.influx.runtime.Explained;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the seeds of this run are: what the command line names, or else what is configured, or else
 * the directory of a checkout, or else what comes with influx.
 */
final class SeedPlaces {
  static final String BUNDLED = "the seeds that come with influx";

  private static final Path OF_CHECKOUT = Path.of("lists", "seeds");
  private static final String TARGETS = "targets.yml";
  private static final String REVIEWED = "reviewed";

  private final Path directory;
  private final List<Path> places;

  private SeedPlaces(Path directory, List<Path> places) {
    this.directory = directory;
    this.places = List.copyOf(places);
  }

  /**
   * Finds them.
   *
   * @param named on the command line
   */
  static SeedPlaces of(Session session, List<Path> named) {
    Path directory = session.surroundings().directory();
    List<Path> chosen = named.isEmpty() ? session.config().harvest().seeds() : named;
    boolean inCheckout = chosen.isEmpty() && Files.isDirectory(directory.resolve(OF_CHECKOUT));
    return new SeedPlaces(directory, inCheckout ? List.of(OF_CHECKOUT) : chosen);
  }

  /** As people know them. */
  String names() {
    return places.isEmpty()
        ? BUNDLED
        : places.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  Reading<List<Seed>> read() {
    return places.isEmpty() ? SeedFiles.bundled() : SeedFiles.read(resolved());
  }

  /** Targets that lie beside the seeds, if any do. */
  Optional<Path> targetsFile() {
    return directories()
        .map(place -> place.resolve(TARGETS))
        .filter(Files::isRegularFile)
        .reduce((one, other) -> one);
  }

  /**
   * The targets to hold the seeds against.
   *
   * @param named on the command line; null where none is
   */
  DomainTargets targets(Path named) {
    Optional<Path> file = named == null ? targetsFile() : Optional.of(directory.resolve(named));
    return file.map(DomainTargets::read)
        .map(reading -> reading.<Explained>orElseThrow(faults -> faulty("the targets", faults)))
        .orElseGet(DomainTargets::bundled);
  }

  /**
   * Proposals that were reviewed: those that are named, or else those kept beside the seeds.
   *
   * @param named on the command line
   */
  Reading<List<Reviewed>> reviewed(List<Path> named) {
    List<Path> beside =
        directories().map(place -> place.resolve(REVIEWED)).filter(Files::isDirectory).toList();
    return ProposalFiles.read(
        named.isEmpty() ? beside : named.stream().map(directory::resolve).toList());
  }

  /** The one directory where new seeds belong. */
  Path home() {
    List<Path> homes = directories().toList();
    if (homes.size() != 1) {
      throw new Explained(
          "it is not clear which seed lists are to be changed",
          homes.isEmpty()
              ? "no directory of them is named, configured, or at " + OF_CHECKOUT
              : "there are several: " + names(),
          "name the directory: --seeds DIR",
          null);
    }
    return homes.get(0);
  }

  /** All other places. */
  List<Path> elsewhere() {
    Path home = home();
    return resolved().stream().filter(place -> !place.equals(home)).toList();
  }

  private Stream<Path> directories() {
    return resolved().stream().filter(Files::isDirectory);
  }

  private List<Path> resolved() {
    return places.stream().map(directory::resolve).toList();
  }

  /** All that is wrong, in the reason. */
  static Explained faulty(String what, List<DataFault> faults) {
    String all = faults.stream().map(DataFault::toString).collect(Collectors.joining("\n     "));
    return new Explained(what + " cannot be used", all, "correct what is named above", null);
  }
}
