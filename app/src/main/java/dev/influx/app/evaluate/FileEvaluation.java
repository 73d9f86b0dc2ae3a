package dev.influx.app.evaluate;

import dev.influx.app.evaluate.UserLines.Compared;
import dev.influx.scorer.activity.History;
import dev.influx.validator.lines.Chunk;
import dev.influx.validator.lines.ChunkReader;
import dev.influx.validator.lines.OrderedWork;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
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
  private final Optional<FileClashes> clashes;

  /**
   * Prepares an evaluation of any number of files, each user by itself.
   *
   * @param judging what to make of each user; many threads call it at once
   */
  public FileEvaluation(Function<History, T> judging, EvaluationOutput<T> output) {
    this(judging, output, Optional.empty());
  }

  /**
   * Prepares an evaluation of files whose users were compared with each other.
   *
   * @param judging what to make of each user; many threads call it at once
   * @param clashes which read the same files in the same order
   */
  public FileEvaluation(
      Function<History, T> judging, EvaluationOutput<T> output, FileClashes clashes) {
    this(judging, output, Optional.of(clashes));
  }

  private FileEvaluation(
      Function<History, T> judging, EvaluationOutput<T> output, Optional<FileClashes> clashes) {
    this.judging = judging;
    this.output = output;
    this.clashes = clashes;
  }

  /** Reads until the end, or until the output wants no more. */
  public void run(Origin origin, InputStream in) throws IOException, InterruptedException {
    run(origin, new ChunkReader(in, CHUNK_BYTES), OrderedWork.Limits.ofThisMachine());
  }

  void run(Origin origin, ChunkReader chunks, OrderedWork.Limits limits)
      throws IOException, InterruptedException {
    UserLines<T> lines = new UserLines<>(origin, judging);
    Function<Chunk, ClashesInLines> clashesIn =
        clashes
            .map(FileClashes::again)
            .<Function<Chunk, ClashesInLines>>map(again -> again::in)
            .orElse(chunk -> ClashesInLines.none());
    OrderedWork.run(
        () -> chunks.next().map(chunk -> new Compared(chunk, clashesIn.apply(chunk))),
        lines::read,
        piece -> piece.handTo(output),
        limits);
  }
}
