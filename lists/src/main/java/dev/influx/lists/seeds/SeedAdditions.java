package dev.influx.lists.seeds;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.influx.lists.DataFault;
import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * New seeds on their way into the lists of a directory, where the seeds of a domain go to the file
 * that is named after it. They are known to be sound, and to be in no list yet.
 */
public final class SeedAdditions {

  private final List<Changed> files;

  private SeedAdditions(List<Changed> files) {
    this.files = List.copyOf(files);
  }

  /**
   * What somebody wants to become a seed, as it was written and not yet checked.
   *
   * @param source what faults call the place where it was written
   * @param line from 1; 0 when the place has no lines
   */
  public record Candidate(
      String source,
      int line,
      String handle,
      String domain,
      String sourceType,
      String evidence,
      String fetchedAt) {

    private List<String> fields() {
      return List.of(handle, domain, sourceType, evidence, fetchedAt);
    }
  }

  /** One list with what is new in it. */
  public record Changed(Path file, List<Seed> added, String text) {

    public Changed {
      added = List.copyOf(added);
    }
  }

  /**
   * Checks candidates against everything that there is, and against each other.
   *
   * @param directory of the lists that they are to come into
   * @param others files and directories that must not have them either
   */
  public static Reading<SeedAdditions> check(
      Path directory, List<Path> others, List<Candidate> candidates) {
    if (!Files.isDirectory(directory)) {
      return Reading.refused(
          List.of(
              new DataFault(
                  directory.toString(), 0, "there is no such directory", "create it first")));
    }
    SeedReader seeds = new SeedReader();
    if (holdsLists(directory)) {
      SeedFiles.readInto(seeds, directory);
    }
    others.forEach(other -> SeedFiles.readInto(seeds, other));
    candidates.forEach(each -> seeds.accept(each.source(), each.line(), each.fields()));
    return seeds
        .finish()
        .fold(all -> place(directory, newest(all, candidates.size())), Reading::refused);
  }

  /** The directory of a first seed has none, which is a fault only to readers. */
  private static boolean holdsLists(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.anyMatch(file -> file.toString().endsWith(".csv"));
    } catch (IOException e) {
      // whoever reads it next reports why it cannot be read
      return true;
    }
  }

  private static List<Seed> newest(List<Seed> all, int count) {
    return all.subList(all.size() - count, all.size());
  }

  private static Reading<SeedAdditions> place(Path directory, List<Seed> added) {
    Map<Domain, List<Seed>> byDomain =
        added.stream()
            .collect(groupingBy(Seed::domain, () -> new EnumMap<>(Domain.class), toList()));
    List<Changed> files = new ArrayList<>();
    List<DataFault> faults = new ArrayList<>();
    byDomain.forEach(
        (domain, seeds) ->
            change(directory.resolve(domain.id() + ".csv"), seeds)
                .fold(files::add, faults::addAll));
    return faults.isEmpty() ? Reading.accepted(new SeedAdditions(files)) : Reading.refused(faults);
  }

  private static Reading<Changed> change(Path file, List<Seed> added) {
    Reading<List<Seed>> before =
        Files.exists(file) ? SeedFiles.read(file) : Reading.accepted(List.of());
    return before.fold(seeds -> change(file, seeds, added), Reading::refused);
  }

  /** What is about to be written is read as it will be, so that no list is ever spoilt by this. */
  private static Reading<Changed> change(Path file, List<Seed> before, List<Seed> added) {
    List<Seed> after = new ArrayList<>(before);
    added.forEach(seed -> insert(after, seed));
    String text = SeedFiles.text(after);
    return SeedFiles.read(file.toString(), new StringReader(text))
        .fold(read -> Reading.accepted(new Changed(file, added, text)), Reading::refused);
  }

  /** Before the first that comes later, so that lists in any order keep it. */
  private static void insert(List<Seed> seeds, Seed added) {
    int at = 0;
    while (at < seeds.size() && seeds.get(at).key().compareTo(added.key()) < 0) {
      at++;
    }
    seeds.add(at, added);
  }

  /** The lists that change, in the order of the domains. */
  public List<Changed> files() {
    return files;
  }

  /** Writes each list whole or not at all. */
  public void write() throws IOException {
    for (Changed changed : files) {
      CsvText.replace(changed.file(), changed.text());
    }
  }
}
