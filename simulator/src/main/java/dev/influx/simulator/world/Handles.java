package dev.influx.simulator.world;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The handles of the authors, plainly synthetic, each holding the index of its author. */
final class Handles {

  private static final Pattern FORM = Pattern.compile("sim_[a-z0-9]{1,4}_(0|[1-9][0-9]{0,5})");
  private static final double CAPITALISED = 0.25;

  private final long seed;

  Handles(long seed) {
    this.seed = seed;
  }

  /** In the spelling that the author chose. */
  String of(int index) {
    Draws draws = new Draws(seed, index);
    String word = draws.pick(Trait.HANDLE_WORD, topic(draws).handleWords());
    return draws.chance(Trait.HANDLE_CASE, CAPITALISED)
        ? "Sim_" + capitalised(word) + "_" + index
        : "sim_" + word + "_" + index;
  }

  /** The index that has the handle, whatever its case, if any index below the size has. */
  OptionalInt index(String handle, int size) {
    String folded = handle.toLowerCase(Locale.ROOT);
    Matcher form = FORM.matcher(folded);
    if (!form.matches()) {
      return OptionalInt.empty();
    }
    int index = Integer.parseInt(form.group(1));
    boolean exists = index < size && of(index).toLowerCase(Locale.ROOT).equals(folded);
    return exists ? OptionalInt.of(index) : OptionalInt.empty();
  }

  /** A handle that nobody has: no topic has the word. */
  static String ofNobody(int number) {
    return "sim_gone_" + number;
  }

  static Topic topic(Draws draws) {
    return draws.pick(Trait.TOPIC, Topic.ALL);
  }

  static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
