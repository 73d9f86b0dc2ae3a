package dev.influx.harvester.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of names: {@code REGION: name, name} and {@code REGION flags: xx xx}; lines that begin
 * with # are remarks.
 */
final class RegionFile {
  private static final String FLAGS = " flags";

  private final String source;
  private final Map<String, Region> names = new HashMap<>();
  private final Map<String, Region> countries = new HashMap<>();
  private int line;

  private RegionFile(String source) {
    this.source = source;
  }

  static Regions read(String source, BufferedReader in) throws IOException {
    RegionFile file = new RegionFile(source);
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      file.take(text);
    }
    return new Regions(file.names, file.countries);
  }

  private void take(String text) {
    line++;
    if (text.isBlank() || text.startsWith("#")) {
      return;
    }
    List<String> sides = Arrays.asList(text.split(":", 2));
    if (sides.size() < 2) {
      throw refused("no colon after the region");
    }
    String head = sides.get(0).strip();
    if (head.endsWith(FLAGS)) {
      Region region = region(head.substring(0, head.length() - FLAGS.length()));
      Regions.words(sides.get(1)).forEach(code -> put(countries, code, region));
    } else {
      Region region = region(head);
      for (String name : sides.get(1).split(",", -1)) {
        put(names, String.join(" ", Regions.words(Folded.of(name))), region);
      }
    }
  }

  private Region region(String code) {
    return Region.find(code).orElseThrow(() -> refused("no region: " + code));
  }

  private void put(Map<String, Region> map, String name, Region region) {
    if (name.isEmpty() || map.put(name, region) != null) {
      throw refused("an empty or repeated name: " + name);
    }
  }

  private UnableToReadRegionsException refused(String what) {
    return new UnableToReadRegionsException(source + ":" + line + ": " + what, null);
  }
}
