package dev.influx.harvester.errand;

import dev.influx.harvester.journal.Claim;
import dev.influx.harvester.plan.Occasion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a run over a list is kept: its description, the list as it was, and the journal. One
 * process at a time may have it.
 */
public final class RunDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunDirectory.class);
  private static final String DESCRIPTION = "run.json";
  private static final String LIST = "list.tsv";
  private static final String JOURNAL = "journal";
  private static final String LOCK = "lock";

  private final Path directory;
  private final Claim lock;
  private RunDescription description;

  private RunDirectory(Path directory, Claim lock, RunDescription description) {
    this.directory = directory;
    this.lock = lock;
    this.description = description;
  }

  /** The runs that were ever begun, latest first; those that cannot be read are left out. */
  public static List<RunDescription> all(Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> directories = Files.list(runs)) {
      return directories
          .flatMap(directory -> description(directory).stream())
          .sorted(
              Comparator.comparing(RunDescription::created)
                  .thenComparing(RunDescription::id)
                  .reversed())
          .toList();
    } catch (IOException e) {
      throw new UnableToUseRunException(
          "the runs cannot be listed", runs + ": " + e, "check its permissions", e);
    }
  }

  private static Optional<RunDescription> description(Path directory) {
    try {
      return Optional.of(RunDescription.read(directory.resolve(DESCRIPTION)));
    } catch (IOException e) {
      LOG.debug("no run: {}", directory, e);
      return Optional.empty();
    }
  }

  /** Begins a run over what the intake reads. */
  public static RunDirectory create(
      Path runs, String id, Instant now, Counterpart asked, ListSource lists) {
    Path directory = runs.resolve(id);
    try {
      Files.createDirectories(directory);
      Claim lock = lock(directory);
      try {
        RunDescription description = lists.write(directory.resolve(LIST), id, now, asked);
        description.write(directory.resolve(DESCRIPTION));
        return new RunDirectory(directory, lock, description);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UnableToUseRunException(
          "the run cannot be written down", e.toString(), "check " + directory, e);
    }
  }

  /** Goes on with a run. */
  public static RunDirectory open(Path runs, String id) {
    Path directory = runs.resolve(id);
    try {
      if (!Files.exists(directory.resolve(DESCRIPTION))) {
        throw new UnableToUseRunException(
            "there is no run " + id,
            "no run of this name is in " + runs,
            "see the runs with: influx harvest resume --list",
            null);
      }
      Claim lock = lock(directory);
      return new RunDirectory(directory, lock, RunDescription.read(directory.resolve(DESCRIPTION)));
    } catch (IOException e) {
      throw new UnableToUseRunException(
          "the run " + id + " cannot be read", e.toString(), "begin it anew", e);
    }
  }

  private static Claim lock(Path directory) throws IOException {
    return Claim.on(directory.resolve(LOCK))
        .orElseThrow(
            () ->
                new UnableToUseRunException(
                    "the run " + directory.getFileName() + " is under way already",
                    "another process has locked " + directory,
                    "wait until it is done, or stop it",
                    null));
  }

  public RunDescription description() {
    return description;
  }

  /** Where the run notes whom it is done with. */
  public Path journal() {
    return directory.resolve(JOURNAL);
  }

  /**
   * What is to be done.
   *
   * @param known why else somebody is looked at, by the key that is asked for
   */
  public Errand errand(Function<String, List<Occasion>> known) {
    return new Errand(
        description.id(), new WrittenList(directory.resolve(LIST), description), known);
  }

  /** Notes that the run came to its end. */
  public void finish() {
    try {
      description = description.asFinished();
      description.write(directory.resolve(DESCRIPTION));
    } catch (IOException e) {
      throw new UnableToUseRunException(
          "the end of the run cannot be noted", e.toString(), "check " + directory, e);
    }
  }

  /** Takes back a run of which nothing was done. */
  public void discard() {
    try {
      for (String file : List.of(DESCRIPTION, LIST, LOCK)) {
        Files.deleteIfExists(directory.resolve(file));
      }
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      LOG.warn("{} was not removed: {}", directory, e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("{} was not unlocked in order: {}", directory, e.getMessage());
    }
  }
}
