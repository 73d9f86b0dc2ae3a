package dev.influx.app.pipe;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.lists.seeds.Seed;
import dev.influx.lists.seeds.SeedFiles;
import dev.influx.lists.seeds.UnableToReadSeedsException;
import dev.influx.runtime.Explained;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Seeds from where somebody keeps them; faults of all lists are reported together. */
public final class SeedLists {
  private SeedLists() {}

  /** Files and directories; without any, the lists that come with influx. */
  public static List<Seed> read(List<Path> places) {
    if (places.isEmpty()) {
      return SeedFiles.bundled().orElseThrow(UnableToReadSeedsException::new);
    }
    List<Seed> seeds = new ArrayList<>();
    List<DataFault> faults = new ArrayList<>();
    for (Path place : places) {
      Reading<List<Seed>> reading = SeedFiles.read(place);
      reading.fold(seeds::addAll, faults::addAll);
    }
    if (!faults.isEmpty()) {
      throw new UnableToReadSeedsException(faults);
    }
    return seeds;
  }

  /** The text of a list, as its source names it. */
  static List<Seed> parse(String source, String csv) {
    return SeedFiles.read(source, new StringReader(csv))
        .orElseThrow(UnableToReadSeedsException::new);
  }

  /** The list that a simulator serves. */
  public static List<Seed> fetch(URI simulator) {
    URI list = simulator.resolve("/_sim/seeds.csv");
    try (Reader text = new InputStreamReader(list.toURL().openStream(), StandardCharsets.UTF_8)) {
      return SeedFiles.read(list.toString(), text).orElseThrow(UnableToReadSeedsException::new);
    } catch (IOException e) {
      throw new Explained(
          "the simulator's seed list could not be read",
          list + ": " + e.getMessage(),
          "start a simulator there with: influx sim",
          e);
    }
  }
}
