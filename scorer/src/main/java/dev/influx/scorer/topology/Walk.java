package dev.influx.scorer.topology;

import dev.influx.scorer.policies.Judge;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One walk over the authors of a task, towards one policy. Authors who come while it is under way
 * are judged by that policy anyway, so it need not meet them.
 */
final class Walk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Walk.class);
  private static final long NOTE_EVERY_NANOS = 1_000_000_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Register register;
  private final KeyValueIterator<Bytes, byte[]> authors;
  private final Judge to;
  private final long expected;
  private final Rescored rescored;
  private final long start = System.nanoTime();
  private long noted = start;
  private long walked;
  private long judged;

  private Walk(
      Register register,
      KeyValueIterator<Bytes, byte[]> authors,
      Judge to,
      long expected,
      Rescored rescored) {
    this.register = register;
    this.authors = authors;
    this.to = to;
    this.expected = expected;
    this.rescored = rescored;
  }

  static Walk begin(Register register, Judge to, Rescored rescored) {
    long expected = register.size();
    register.standing().walking(to, 0, expected);
    return new Walk(register, register.everybody(), to, expected, rescored);
  }

  boolean isTo(Judge judge) {
    return to.policy().equals(judge.policy());
  }

  /** Does one slice, and says whether it was the last. */
  boolean goOn(Judge judge, Turns.Turn turn) {
    while (authors.hasNext()) {
      if (!turn.goesOn()) {
        noteNowAndThen(judge);
        return false;
      }
      walked++;
      register.judgeAgain(judge, authors.next().key).ifPresent(this::count);
    }
    register.standing().finished(judge, walked, walked);
    LOG.info(
        "{} of {} authors of a partition were judged again, by {}, in {} s",
        judged,
        walked,
        judge.policy().getId(),
        (System.nanoTime() - start) / NANOS_PER_SECOND);
    return true;
  }

  private void count(Register.Again outcome) {
    judged++;
    rescored.count(outcome);
  }

  private void noteNowAndThen(Judge judge) {
    long now = System.nanoTime();
    if (now - noted >= NOTE_EVERY_NANOS) {
      register.standing().walking(judge, walked, expected);
      noted = now;
    }
  }

  @Override
  public void close() {
    authors.close();
  }
}
