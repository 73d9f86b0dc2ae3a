package dev.influx.scorer.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A bio that was written for the tests, and the language that it was written in. */
record LabelledBio(String language, String text, Purpose purpose) {
  private static final Path FILE =
      Path.of(System.getProperty("influx.root"), "scorer", "src", "test", "resources", "bios.tsv");

  /** What is measured must not have been looked at to choose the limit. */
  enum Purpose {
    CALIBRATE,
    MEASURE
  }

  static List<LabelledBio> all() throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", 2))
        .map(
            cells -> {
              boolean odd = seen.merge(cells[0], 1, Integer::sum) % 2 == 1;
              return new LabelledBio(cells[0], cells[1], odd ? Purpose.CALIBRATE : Purpose.MEASURE);
            })
        .toList();
  }

  static List<LabelledBio> all(Purpose purpose) throws IOException {
    return all().stream().filter(bio -> bio.purpose() == purpose).toList();
  }
}
