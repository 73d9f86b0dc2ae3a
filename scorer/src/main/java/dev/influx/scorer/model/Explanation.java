package dev.influx.scorer.model;

import dev.influx.schemas.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a score is made of: the points that each term brings to the total, and the adjustments that
 * no term earns by itself, such as the shift of a calibration. Together they are the unrounded
 * total.
 */
public record Explanation(Score score, List<Line> lines, List<Adjustment> adjustments) {
  /** The term that stands for a part that was assumed, not computed. */
  static final String ASSUMED = "assumed";

  public Explanation {
    lines = List.copyOf(lines);
    adjustments = List.copyOf(adjustments);
  }

  /** The inputs that are not known, each with what is done about it. */
  public List<Line> absent() {
    return lines.stream().filter(line -> line.treatment().isPresent()).toList();
  }

  /** What would raise the score most. */
  public Optional<Raise> best() {
    return lines.stream()
        .map(Line::raise)
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(Raise::gain));
  }

  /** Equal to the unrounded total but for the last bits. */
  public double sum() {
    return Stream.concat(
            lines.stream().map(Line::points), adjustments.stream().map(Adjustment::points))
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /**
   * One term.
   *
   * @param part the component it belongs to
   * @param term its name, with those of the groups it is in
   * @param input what it looks at
   * @param value what was seen there, as a person reads it; empty when it is not known
   * @param treatment what was done about a value that is not known
   * @param curve how the value becomes points
   * @param points of the total
   * @param most points of the total that it could bring; empty when there is no end
   * @param raise what would raise it most, if anything would raise the score
   */
  public record Line(
      String part,
      String term,
      String input,
      Optional<String> value,
      Optional<String> treatment,
      String curve,
      double points,
      Optional<Double> most,
      Optional<Raise> raise) {

    /** As the contributions of a score name it. */
    public String id() {
      return part + "." + term;
    }
  }

  /**
   * A change that would raise the score.
   *
   * @param gain in points of the total, everything counted that the change does to other terms
   */
  public record Raise(String change, double gain) {}

  /**
   * Points that no term earns by itself.
   *
   * @param part the component in which it happens, or {@link #TOTAL}
   */
  public record Adjustment(String part, Kind kind, double points) {
    public static final String TOTAL = "total";

    /** As the contributions of a score name it. */
    public String id() {
      return part + "." + kind.code();
    }

    /** What can happen to a sum; the codes have hyphens, which no term's name has. */
    public enum Kind {
      BOUNDS("within-bounds", "kept within 0 to 100"),
      ROUNDING("one-decimal", "rounded to one decimal"),
      SHIFT("calibration-shift", "calibration shift"),
      BEND("bend-into-floor", "bend into the floor"),
      CAP("cut-at-cap", "cut at the cap");

      private final String code;
      private final String words;

      Kind(String code, String words) {
        this.code = code;
        this.words = words;
      }

      public String code() {
        return code;
      }

      /** For a person to read. */
      public String words() {
        return words;
      }
    }
  }
}
