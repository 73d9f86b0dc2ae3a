package dev.influx.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of users who were judged before it was known whether others claim what they claim; kept
 * in memory, and so only of as many as that is meant for.
 */
public final class Drafts<T> {
  private final int most;
  private final List<Piece<T>> pieces = new ArrayList<>();
  private long users;
  private volatile boolean wanted = true;

  /**
   * Begins without any.
   *
   * @param most how many users may be kept
   */
  public Drafts(int most) {
    this.most = most;
  }

  /** Whether all so far were kept. */
  boolean areWanted() {
    return wanted;
  }

  /** Drops all once there are too many; called by one thread only. */
  boolean add(Optional<Piece<T>> piece) {
    if (wanted && piece.isPresent()) {
      pieces.add(piece.get());
      users += piece.get().authors().size();
    }
    if (piece.isEmpty() || users > most) {
      wanted = false;
      pieces.clear();
    }
    return true;
  }

  /**
   * Hands everything on in the order of the input, if it is all there is to say.
   *
   * @return whether it was; otherwise the input has to be read again
   */
  public boolean handTo(EvaluationOutput<T> output, FileClashes clashes) {
    if (!wanted || clashes.areThere()) {
      return false;
    }
    for (Piece<T> piece : pieces) {
      if (!piece.handTo(output)) {
        break;
      }
    }
    return true;
  }
}
