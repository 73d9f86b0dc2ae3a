package dev.influx.lists.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reader of seed lists: CSV in UTF-8 with the header {@code
 * handle,domain,source_type,evidence,fetched_at}. It reports every fault at once; {@code
 * orElseThrow(UnableToReadSeedsException::new)} is for those who need seeds or nothing.
 */
public final class SeedFiles {

  private SeedFiles() {}

  /**
   * Seeds of one file, or of all {@code *.csv} files of a directory in the order of their names.
   */
  public static Reading<List<Seed>> read(Path fileOrDirectory) {
    return read(List.of(fileOrDirectory));
  }

  /** Seeds of all files and directories together, none of which may repeat another. */
  public static Reading<List<Seed>> read(List<Path> filesAndDirectories) {
    SeedReader seeds = new SeedReader();
    filesAndDirectories.forEach(place -> readInto(seeds, place));
    return seeds.finish();
  }

  /**
   * Reads seeds from any text.
   *
   * @param source what faults call the text
   */
  public static Reading<List<Seed>> read(String source, Reader text) {
    SeedReader seeds = new SeedReader();
    seeds.read(source, text);
    return seeds.finish();
  }

  /** A list as it is written: what {@link #read} gives back the same. */
  static String text(List<Seed> seeds) {
    CsvText text = new CsvText(SeedReader.HEADER);
    for (Seed seed : seeds) {
      text.row(
          List.of(
              seed.handle(),
              seed.domain().id(),
              seed.sourceType(),
              seed.evidence().toString(),
              seed.fetchedAt().toString()));
    }
    return text.toString();
  }

  /** The seeds that come with influx. */
  public static Reading<List<Seed>> bundled() {
    SeedReader seeds = new SeedReader();
    Domain.ids().forEach(domain -> readResource("seeds/" + domain + ".csv", seeds));
    return seeds.finish();
  }

  static void readInto(SeedReader seeds, Path fileOrDirectory) {
    if (Files.isDirectory(fileOrDirectory)) {
      readDirectory(fileOrDirectory, seeds);
    } else {
      readFile(fileOrDirectory, seeds);
    }
  }

  private static void readDirectory(Path directory, SeedReader seeds) {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> lists =
          files.filter(file -> file.getFileName().toString().endsWith(".csv")).sorted().toList();
      lists.forEach(file -> readFile(file, seeds));
      if (lists.isEmpty()) {
        seeds.fault(directory.toString(), 0, "it holds no *.csv file", "name another directory");
      }
    } catch (IOException e) {
      seeds.unreadable(directory.toString(), e);
    } catch (UncheckedIOException e) {
      seeds.unreadable(directory.toString(), e.getCause());
    }
  }

  private static void readFile(Path file, SeedReader seeds) {
    try (InputStream in = Files.newInputStream(file)) {
      seeds.read(file.toString(), replacing(in));
    } catch (IOException e) {
      seeds.unreadable(file.toString(), e);
    }
  }

  private static void readResource(String name, SeedReader seeds) {
    try (InputStream in = SeedFiles.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      seeds.read(name, replacing(in));
    } catch (IOException e) {
      seeds.unreadable(name, e);
    }
  }

  /** Bytes that are not UTF-8 become U+FFFD, which the CSV reader reports with its line. */
  private static Reader replacing(InputStream in) {
    return new InputStreamReader(in, UTF_8);
  }
}
