package dev.influx.monitor.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Waits for the answers of one look, all of them together for a bounded time. */
final class Answers {
  private final long end;

  Answers(Duration patience) {
    this.end = System.nanoTime() + patience.toNanos();
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** How long a client may try: never 0, which it would refuse. */
  int leftMillis() {
    return (int) Math.max(1, left().toMillis());
  }

  <T> Answer<T> to(KafkaFuture<T> question) throws UnableToLookException {
    try {
      return new Answer<>(
          Optional.of(question.get(left().toNanos(), TimeUnit.NANOSECONDS)), Optional.empty());
    } catch (ExecutionException e) {
      return new Answer<>(Optional.empty(), Optional.of(e.getCause()));
    } catch (TimeoutException e) {
      return new Answer<>(Optional.empty(), Optional.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnableToLookException("was interrupted", e);
    }
  }

  /** All or nothing. */
  <T> T required(KafkaFuture<T> question) throws UnableToLookException {
    Answer<T> answer = to(question);
    if (answer.value().isEmpty()) {
      throw new UnableToLookException(answer.why(), answer.failure().orElseThrow());
    }
    return answer.value().get();
  }

  static <T> List<List<T>> batches(List<T> all, int size) {
    List<List<T>> batches = new ArrayList<>();
    for (int begin = 0; begin < all.size(); begin += size) {
      batches.add(all.subList(begin, Math.min(all.size(), begin + size)));
    }
    return batches;
  }

  /** A value, or why there is none. */
  record Answer<T>(Optional<T> value, Optional<Throwable> failure) {

    /** Whether what was asked for does not exist any more: no failure, it was deleted. */
    boolean isGone() {
      return failure
          .filter(
              it ->
                  it instanceof GroupIdNotFoundException
                      || it instanceof UnknownTopicOrPartitionException)
          .isPresent();
    }

    String why() {
      return failure
          .map(
              it ->
                  it instanceof TimeoutException || it.getMessage() == null
                      ? "no answer in time"
                      : it.getMessage())
          .orElse("");
    }
  }
}
