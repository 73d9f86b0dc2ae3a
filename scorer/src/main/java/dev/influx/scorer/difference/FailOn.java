package dev.influx.scorer.difference;

import dev.influx.scorer.statistics.Distribution;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit as a person writes it: {@code flips>2%}, {@code missing>0}, {@code spearman<0.9}. It is
 * exceeded when what it says is so, and also when that cannot be found out.
 *
 * @param text as it was written
 */
public record FailOn(String text, String figure, char sign, double bound, boolean percent) {
  private static final Pattern FORM =
      Pattern.compile("([a-z_]+)\\s*([<>])\\s*([0-9]{1,12}(?:\\.[0-9]{1,9})?)\\s*(%?)");
  private static final double PERCENT = 100;

  private static final Map<String, Function<Difference, Optional<Double>>> NUMBERS = numbers();
  private static final Map<String, Function<Difference, Optional<Double>>> WHOLES =
      Map.of(
          "flips", difference -> whole(difference.counts().both()),
          "mismatch", difference -> whole(difference.counts().both()),
          "missing", difference -> whole(difference.counts().live()),
          "extra", difference -> whole(difference.counts().other()));

  private static Map<String, Function<Difference, Optional<Double>>> numbers() {
    Map<String, Function<Difference, Optional<Double>>> numbers = new TreeMap<>();
    numbers.put("flips", difference -> count(difference.flips().all()));
    numbers.put("mismatch", difference -> count(difference.counts().mismatched()));
    numbers.put("missing", difference -> count(difference.counts().missing()));
    numbers.put("extra", difference -> count(difference.counts().extra()));
    numbers.put("psi", difference -> boxed(difference.figures().stability()));
    numbers.put("spearman", difference -> boxed(difference.figures().rankCorrelation()));
    numbers.put(
        "iqr", difference -> difference.figures().other().map(Distribution::interquartileRange));
    return numbers;
  }

  private static Optional<Double> count(long authors) {
    return Optional.of((double) authors);
  }

  /** Of nobody there is no share. */
  private static Optional<Double> whole(long authors) {
    return count(authors).filter(all -> all > 0);
  }

  private static Optional<Double> boxed(OptionalDouble number) {
    return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
  }

  /** Throws {@link IllegalArgumentException} with the reason if it is none. */
  public static FailOn parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(text + " is not of the form flips>2%");
    }
    String figure = form.group(1);
    boolean percent = !form.group(4).isEmpty();
    if (!(percent ? WHOLES : NUMBERS).containsKey(figure)) {
      throw new IllegalArgumentException(
          figure
              + " is not one of "
              + String.join(", ", NUMBERS.keySet())
              + (percent ? ", or is no share of authors" : ""));
    }
    double bound = Double.parseDouble(form.group(3));
    return new FailOn(text.strip(), figure, form.group(2).charAt(0), bound, percent);
  }

  public boolean isExceededBy(Difference difference) {
    return value(difference).map(found -> sign == '>' ? found > bound : found < bound).orElse(true);
  }

  /** What was found, for a person to read. */
  public String found(Difference difference) {
    return value(difference)
        .map(found -> String.format(Locale.ROOT, percent ? "%.2f %%" : "%.4g", found))
        .orElse("nothing to tell it from");
  }

  private Optional<Double> value(Difference difference) {
    Optional<Double> number = NUMBERS.get(figure).apply(difference);
    return percent
        ? WHOLES.get(figure).apply(difference).flatMap(all -> number.map(it -> PERCENT * it / all))
        : number;
  }
}
