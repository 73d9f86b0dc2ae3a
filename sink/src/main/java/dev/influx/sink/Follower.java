package dev.influx.sink;

import dev.influx.schemas.wire.UnableToReachRegistryException;
import dev.influx.sink.JudgedTopics.Batch;
import dev.influx.sink.Standing.Phase;
import dev.influx.sink.Standing.Progress;
import dev.influx.sink.snapshot.AuthorChange;
import dev.influx.sink.snapshot.Cut;
import dev.influx.sink.snapshot.Cut.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Follows open topics from their beginning: reads, publishes when it is due, commits what is
 * published. Nothing is published before the end of the topics was reached once, because until then
 * authors are missing.
 */
final class Follower {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration REQUESTS = Duration.ofMillis(200);
  private static final Duration LOOK_PATIENCE = Duration.ofSeconds(2);

  /** On a fresh cluster the first commit waits until the topic of offsets has been made. */
  private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(8);

  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(1);

  private final JudgedTopics topics;
  private final ChangeReader reader;
  private final Materialiser list;
  private final Surroundings around;
  private final Pace looking = new Pace(LOOK);
  private final Pace committing = new Pace(LOOK);
  private final Pace checkingRequests = new Pace(REQUESTS);
  private final Pace pressingAgain = new Pace(LOOK);
  private final Pace publishing;
  private Optional<Batch> unread = Optional.empty();
  private Optional<Map<Place, Long>> ends = Optional.empty();
  private Optional<Cut> committed = Optional.empty();
  private boolean answered;
  private boolean complete;

  /** What a follower shares with the sink that it belongs to. */
  record Surroundings(StopSignal stop, Troubles troubles, Standing standing, RequestDesk desk) {}

  Follower(
      JudgedTopics topics,
      ChangeReader reader,
      Materialiser list,
      Duration publishInterval,
      Surroundings around) {
    this.topics = topics;
    this.reader = reader;
    this.list = list;
    this.publishing = new Pace(publishInterval);
    this.around = around;
  }

  /** Returns when the signal to stop was given and what was begun is done. */
  void run() {
    around.standing.enter(Phase.CATCHING_UP);
    try {
      while (!around.stop.given()) {
        turn();
      }
    } catch (InterruptException e) {
      if (!around.stop.given()) {
        throw e;
      }
    }
    finish();
  }

  private void turn() {
    read();
    if (looking.due()) {
      look();
    }
    notice();
    if (complete && list.pending() && isTime()) {
      publish();
    }
    if (complete && checkingRequests.due()) {
      around.desk.serve(list, this::ends);
    }
    if (complete && answered && committing.due()) {
      committed = around.stop.interrupting(() -> commit(COMMIT_PATIENCE));
    }
    show();
  }

  /** What is pressing is tried now and then only: it may be withheld for long. */
  private boolean isTime() {
    return publishing.due() || (pressingAgain.due() && list.pressing());
  }

  private void publish() {
    Optional<String> unused = list.publish(Optional.empty());
  }

  /** Asked for at this moment; empty when the broker does not answer. */
  private Optional<Map<Place, Long>> ends() {
    look();
    return answered ? ends : Optional.empty();
  }

  private void read() {
    Batch batch = unread.orElseGet(() -> around.stop.interrupting(() -> topics.poll(POLL)));
    unread = Optional.of(batch);
    around.standing.startWaiting("the schema registry at " + reader.registryUrl());
    try {
      list.take(around.stop.interrupting(() -> changes(batch)), batch.steps());
      unread = Optional.empty();
      if (complete && list.pending()) {
        batch.records().forEach(this::awaitSnapshot);
      }
      around.troubles.settle(Troubles.Kind.REGISTRY);
    } catch (UnableToReachRegistryException e) {
      if (!around.stop.given()) {
        around.troubles.raise(Troubles.Kind.REGISTRY, e.getMessage());
      }
    } finally {
      around.standing.stopWaiting();
    }
  }

  private void awaitSnapshot(ConsumerRecord<String, byte[]> record) {
    if (reader.isAcceptance(record)) {
      list.awaited(record.timestamp());
    }
  }

  private List<AuthorChange> changes(Batch batch) {
    List<AuthorChange> changes = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : batch.records()) {
      changes.add(reader.read(record));
    }
    return changes;
  }

  /** Where the topics end; also how a broker that is gone is noticed, of which a poll is silent. */
  private void look() {
    answered = false;
    try {
      ends = Optional.of(around.stop.interrupting(() -> topics.ends(LOOK_PATIENCE)));
      answered = true;
      around.troubles.settle(Troubles.Kind.BROKER);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      around.troubles.raise(Troubles.Kind.BROKER, topics.explain(e));
    }
  }

  private boolean caughtUp() {
    return ends.filter(list.cut()::reaches).isPresent();
  }

  private void notice() {
    if (!complete && caughtUp()) {
      complete = true;
      around.standing.enter(Phase.FOLLOWING);
    }
  }

  /** What is committed afterwards. */
  private Optional<Cut> commit(Duration patience) {
    Cut cut = list.published();
    if (committed.filter(cut::equals).isPresent()) {
      return committed;
    }
    try {
      topics.commit(cut, patience);
      around.troubles.settle(Troubles.Kind.COMMIT);
      return Optional.of(cut);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      around.troubles.raise(Troubles.Kind.COMMIT, "offsets cannot be committed: " + e.getMessage());
      return committed;
    }
  }

  private void show() {
    around.standing.show(
        new Progress(list.authors(), caughtUp(), list.pending(), list.cut().offsets()));
  }

  private void finish() {
    if (complete) {
      if (list.pending()) {
        publish();
      }
      committed = commit(PATIENCE_AT_CLOSE);
    }
    show();
  }
}
