package dev.influx.app.evaluate;

import dev.influx.scorer.activity.History;
import dev.influx.validator.lines.ChunkReader;
import dev.influx.validator.lines.OrderedWork;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * Evaluates files of user objects, one JSON value a line: a bare user, or an envelope with one user
 * or many under {@code data}. All processors work at it, the results come in the order of the file,
 * and the memory it takes does not grow with the file. A line that cannot be read is reported, and
 * the rest goes on.
 */
public final class FileEvaluation<T> {
  private static final int CHUNK_BYTES = 1 << 18;

  private final Function<History, T> judging;
  private final EvaluationOutput<T> output;

  /**
   * Prepares an evaluation of any number of files.
   *
   * @param judging what to make of each user; many threads call it at once
   */
  public FileEvaluation(Function<History, T> judging, EvaluationOutput<T> output) {
    this.judging = judging;
    this.output = output;
  }

  /** Reads until the end, or until the output wants no more. */
  public void run(Origin origin, InputStream in) throws IOException, InterruptedException {
    run(origin, new ChunkReader(in, CHUNK_BYTES), OrderedWork.Limits.ofThisMachine());
  }

  void run(Origin origin, ChunkReader chunks, OrderedWork.Limits limits)
      throws IOException, InterruptedException {
    UserLines<T> lines = new UserLines<>(origin, judging);
    OrderedWork.run(chunks::next, lines::read, piece -> piece.handTo(output), limits);
  }
}
