package dev.influx.harvester.region;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of places and the regions they are in. It tells the region of a text only where everything
 * it recognises in the text agrees: a wrong region is worse than none.
 */
public final class Regions {
  private static final String BUNDLED = "regions.txt";

  /** What people put between several places, as opposed to the parts of the name of one. */
  private static final Pattern BETWEEN_PLACES =
      Pattern.compile("[/|;&+•·→⇄↔✈\\n]|\\s[-–—]\\s|<->|->");

  private static final Pattern BETWEEN_PARTS = Pattern.compile("[,，、()]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
  private static final int MOST_CHARACTERS = 200;

  private final Map<String, Region> names;
  private final Map<String, Region> countries;
  private final int longest;

  Regions(Map<String, Region> names, Map<String, Region> countries) {
    this.names = Map.copyOf(names);
    this.countries = Map.copyOf(countries);
    this.longest = names.keySet().stream().mapToInt(name -> words(name).size()).max().orElse(0);
  }

  /** The names that come with influx. */
  public static Regions bundled() {
    try (InputStream in = Regions.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new FileNotFoundException(BUNDLED);
      }
      return RegionFile.read(
          BUNDLED, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UnableToReadRegionsException(BUNDLED + ": it cannot be read", e);
    }
  }

  /** The region that a location speaks of; nothing where it names none, or several. */
  public Optional<Region> of(String location) {
    String shown = location.length() > MOST_CHARACTERS ? "" : location;
    Agreement agreement = Agreement.NONE;
    for (String flag : Flags.in(shown)) {
      agreement = agreement.with(Optional.ofNullable(countries.get(flag)));
    }
    for (String place : BETWEEN_PLACES.split(Folded.of(shown), -1)) {
      agreement = agreement.with(ofPlace(place));
    }
    return agreement.region();
  }

  /** The parts of a name go from the small to the large, and the large one decides. */
  private Optional<Region> ofPlace(String place) {
    Optional<Region> region = Optional.empty();
    for (String part : BETWEEN_PARTS.split(place, -1)) {
      Agreement inPart = ofPart(words(part));
      region = inPart.isSilent() ? region : inPart.region();
    }
    return region;
  }

  /** The longest names first: West Virginia is not Virginia. */
  private Agreement ofPart(List<String> words) {
    Agreement agreement = Agreement.NONE;
    int from = 0;
    while (from < words.size()) {
      int length = Math.min(longest, words.size() - from);
      while (length > 0 && !isName(words, from, length)) {
        length--;
      }
      if (length > 0) {
        agreement = agreement.with(Optional.of(names.get(name(words, from, length))));
      }
      from += Math.max(1, length);
    }
    return agreement;
  }

  /** "Austin, TX" names Texas, "come to us" does not name the United States. */
  private boolean isName(List<String> words, int from, int length) {
    String name = name(words, from, length);
    boolean doubtful = name.length() <= 2 && name.charAt(0) < 0x80;
    return names.containsKey(name) && (!doubtful || words.size() == 1);
  }

  private static String name(List<String> words, int from, int length) {
    return String.join(" ", words.subList(from, from + length));
  }

  static List<String> words(String folded) {
    List<String> words = new ArrayList<>(List.of(BETWEEN_WORDS.split(folded, -1)));
    words.removeIf(String::isEmpty);
    return words;
  }
}
