package dev.influx.lists.models;

import dev.influx.lists.canonical.Written;

/** How a number that is known becomes the yield of a term; none of them ever falls. */
public sealed interface Curve extends Written.WithKind {

  <R> R fold(Cases<R> cases);

  /** The most it can yield, which may be infinite. */
  double most();

  /** What a person is told about it. */
  String inWords();

  /** One answer for each kind of curve. */
  interface Cases<R> {
    R hill(Hill hill);

    R logRate(LogRate logRate);

    R maturity(Maturity maturity);

    R line(Line line);

    R decades(Decades decades);
  }

  /** {@code 1 / (1 + (halfAt / x)^steepness)}, and 0 for nothing. */
  record Hill(double halfAt, double steepness) implements Curve {
    @Override
    public String kind() {
      return "hill";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.hill(this);
    }

    @Override
    public double most() {
      return 1;
    }

    @Override
    public String inWords() {
      return "hill: half at " + Words.of(halfAt) + ", steepness " + Words.of(steepness);
    }
  }

  /** {@code ln(1 + steepness x) / ln(1 + steepness fullAt)}, at most 1. */
  record LogRate(double fullAt, double steepness) implements Curve {
    @Override
    public String kind() {
      return "log_rate";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.logRate(this);
    }

    @Override
    public double most() {
      return 1;
    }

    @Override
    public String inWords() {
      return "log rate: full at " + Words.of(fullAt) + ", steepness " + Words.of(steepness);
    }
  }

  /** {@code 1 - (1 - x / fullAt)^2}, 1 from there on. */
  record Maturity(double fullAt) implements Curve {
    @Override
    public String kind() {
      return "maturity";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.maturity(this);
    }

    @Override
    public double most() {
      return 1;
    }

    @Override
    public String inWords() {
      return "maturity: full at " + Words.of(fullAt);
    }
  }

  /** {@code offset + gain x / per}, at most so many points. */
  record Line(double offset, double gain, double per, double most) implements Curve {
    @Override
    public String kind() {
      return "line";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.line(this);
    }

    @Override
    public String inWords() {
      String start = offset == 0 ? "" : Words.of(offset) + " and ";
      String each = Words.of(gain) + " for every " + Words.of(per);
      return "line: " + start + each + ", at most " + Words.of(most);
    }
  }

  /** {@code points log10(max(x, atLeast) / zeroAt)}, without an upper end. */
  record Decades(double points, double zeroAt, double atLeast) implements Curve {
    @Override
    public String kind() {
      return "decades";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.decades(this);
    }

    @Override
    public double most() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public String inWords() {
      return "decades: " + Words.of(points) + " for every tenfold of " + Words.of(zeroAt);
    }
  }
}
