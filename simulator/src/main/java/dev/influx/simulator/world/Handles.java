package dev.influx.simulator.world;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The handles of the authors, plainly synthetic, each holding the index of the author that it first
 * belonged to.
 */
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
    List<String> words = topic(draws).handleWords();
    return spelled(draws, words.get(draws.below(Trait.HANDLE_WORD, words.size())));
  }

  /** The one that the author takes if it ever takes another. */
  String later(int index) {
    Draws draws = new Draws(seed, index);
    List<String> words = topic(draws).handleWords();
    int first = draws.below(Trait.HANDLE_WORD, words.size());
    int further = 1 + draws.below(Trait.LATER_WORD, words.size() - 1);
    return spelled(draws, words.get((first + further) % words.size()));
  }

  private static String spelled(Draws draws, String word) {
    return draws.chance(Trait.HANDLE_CASE, CAPITALISED)
        ? "Sim_" + capitalised(word) + "_" + draws.index()
        : "sim_" + word + "_" + draws.index();
  }

  /** The index in a handle, whatever its case; not everybody with such a handle exists. */
  static OptionalInt index(String handle) {
    Matcher form = FORM.matcher(handle.toLowerCase(Locale.ROOT));
    return form.matches() ? OptionalInt.of(Integer.parseInt(form.group(1))) : OptionalInt.empty();
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
