package dev.influx.lists.models;

import dev.influx.lists.canonical.Written;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A score model: parts of weighted terms, and what turns their sum into a total. The order of parts
 * and terms is the order of summation, so it belongs to the content.
 *
 * @param id name and version, as it stands in every score
 */
public record Model(String id, String description, Measure measure, List<Part> parts, Total total) {

  public Model {
    parts = List.copyOf(parts);
  }

  /** Whether a term of this model looks into the lexicons of the domains. */
  public boolean readsLexicons() {
    return rules().anyMatch(Rule::readsLexicons);
  }

  /** The rules of all terms, in order. */
  public Stream<Rule> rules() {
    return parts.stream().flatMap(part -> part.terms().stream()).flatMap(Term::rules);
  }

  /** What the terms of a model yield. */
  public enum Measure implements Written.AsScalar {
    /** From 0 to 1, with weights that sum to 1 on every level; a part is that share of 100. */
    SHARES("shares", 100),
    /** Points, which a part sums up and keeps within 0 to 100. */
    POINTS("points", 1);

    private final String code;
    private final double points;

    Measure(String code, double points) {
      this.code = code;
      this.points = points;
    }

    /** What 1 is worth in points of a part. */
    public double points() {
      return points;
    }

    @Override
    public String scalar() {
      return code;
    }
  }

  /**
   * A component of the score, from 0 to 100.
   *
   * @param assumed what it is when next to nothing is known
   * @param rounding how exactly it is kept; empty for unrounded
   */
  public record Part(
      String name,
      double weight,
      Optional<Assumed> assumed,
      Optional<Rounding> rounding,
      List<Term> terms) {

    public Part {
      terms = List.copyOf(terms);
    }
  }

  /**
   * The points of a part for an author of whom none of the inputs is known.
   *
   * @param inputs what would have to be known
   */
  public record Assumed(List<Input> inputs, double points) {

    public Assumed {
      inputs = List.copyOf(inputs);
    }
  }

  /** A rounding inside a model. */
  public enum Rounding implements Written.AsScalar {
    ONE_DECIMAL("one_decimal");

    private final String code;

    Rounding(String code) {
      this.code = code;
    }

    @Override
    public String scalar() {
      return code;
    }
  }

  /** What turns the weighted sum of the parts into the total. */
  public sealed interface Total extends Written.WithKind {

    <R> R fold(Function<Clamped, R> onClamped, Function<Calibrated, R> onCalibrated);

    /** The sum itself, kept within 0 to 100. */
    record Clamped() implements Total {
      @Override
      public String kind() {
        return "clamped";
      }

      @Override
      public <R> R fold(Function<Clamped, R> onClamped, Function<Calibrated, R> onCalibrated) {
        return onClamped.apply(this);
      }
    }

    /**
     * A line through the sum that bends smoothly, and for ever upwards, into a floor below the
     * knee, and ends at the cap.
     */
    record Calibrated(double scale, double shift, double knee, double floor, double cap)
        implements Total {
      @Override
      public String kind() {
        return "calibrated";
      }

      @Override
      public <R> R fold(Function<Clamped, R> onClamped, Function<Calibrated, R> onCalibrated) {
        return onCalibrated.apply(this);
      }
    }
  }
}
