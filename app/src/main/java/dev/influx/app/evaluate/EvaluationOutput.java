package dev.influx.app.evaluate;

/** Takes what came of each user in the order of the input; called by one thread only. */
public interface EvaluationOutput<T> {
  void evaluated(T author);

  void bad(BadLine line);

  /**
   * Called now and then, after everything that came of some lines.
   *
   * @param lines that were taken since the last call
   * @return whether more is wanted
   */
  boolean proceed(long lines);
}
