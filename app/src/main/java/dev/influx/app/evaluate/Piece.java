package dev.influx.app.evaluate;

import java.util.List;

/** What came of some whole lines. */
record Piece<T>(List<T> authors, List<BadLine> bad, long lines) {

  /** Hands everything on, and asks whether more is wanted. */
  boolean handTo(EvaluationOutput<T> output) {
    bad.forEach(output::bad);
    authors.forEach(output::evaluated);
    return output.proceed(lines);
  }
}
