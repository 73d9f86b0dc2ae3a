package dev.influx.harvester.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Lists, read as a whole.
 *
 * @param requested each author once, in the order of the lists
 * @param rejects the first thousand of them: all are counted
 */
public record IntakeResult(List<Requested> requested, List<Reject> rejects, IntakeCounts counts) {

  public IntakeResult {
    requested = List.copyOf(requested);
    rejects = List.copyOf(rejects);
  }

  /** Keeps what it takes. */
  static final class Collected implements Intake.Taker {
    /** A hostile list must not fill the memory with what is wrong with it. */
    private static final int MOST_REJECTS = 1_000;

    private final List<Requested> requested = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    @Override
    public void requested(Requested author) {
      requested.add(author);
    }

    @Override
    public void rejected(Reject reject) {
      if (rejects.size() < MOST_REJECTS) {
        rejects.add(reject);
      }
    }

    IntakeResult result(IntakeCounts counts) {
      return new IntakeResult(requested, rejects, counts);
    }
  }
}
