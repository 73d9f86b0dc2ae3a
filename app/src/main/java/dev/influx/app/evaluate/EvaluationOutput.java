package dev.influx.app.evaluate;

/** Takes the outcomes of a file in the order of the file. */
public interface EvaluationOutput {
  void evaluated(Evaluated author);

  void bad(BadLine line);
}
