package dev.influx.monitor.sampling;

import dev.influx.monitor.lag.FirstUnread;
import dev.influx.monitor.sampling.RecordPeek.Place;
import dev.influx.runtime.KafkaConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The first records that groups have not read: a bounded number a look, and each place once, since
 * what stands there does not change.
 */
final class Peeks implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final KafkaConnection kafka;
  private final int most;
  private final Map<Spot, Known> known = new HashMap<>();
  private Optional<RecordPeek> peek = Optional.empty();

  Peeks(KafkaConnection kafka, int most) {
    this.kafka = kafka;
    this.most = most;
  }

  private record Spot(TopicPartition partition, long from) {
    static Spot of(Place place) {
      return new Spot(place.partition(), place.from());
    }
  }

  /** Where there was no record up to an end, there may be one after it. */
  private record Known(FirstUnread what, long end) {
    boolean holds(Place place) {
      return what.timestamp().isPresent() || end == place.end();
    }
  }

  Optional<FirstUnread> known(Place place) {
    return Optional.ofNullable(known.get(Spot.of(place)))
        .filter(it -> it.holds(place))
        .map(Known::what);
  }

  /** Reads what is not known yet; says why, if it could not. */
  Optional<String> read(Collection<Place> places) {
    known.keySet().retainAll(places.stream().map(Spot::of).toList());
    List<Place> chosen = choose(places);
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    try {
      RecordPeek reader = peek.orElseGet(() -> new RecordPeek(kafka));
      peek = Optional.of(reader);
      Map<TopicPartition, FirstUnread> found = reader.at(chosen, PATIENCE);
      chosen.stream()
          .filter(it -> found.containsKey(it.partition()))
          .forEach(it -> known.put(Spot.of(it), new Known(found.get(it.partition()), it.end())));
      return Optional.empty();
    } catch (KafkaException e) {
      close();
      return Optional.of("the times of unread records: " + e.getMessage());
    }
  }

  /** Each partition once: the reader can be at one place only. */
  private List<Place> choose(Collection<Place> places) {
    Set<TopicPartition> taken = new HashSet<>();
    List<Place> chosen = new ArrayList<>();
    for (Place place : places) {
      if (chosen.size() < most && known(place).isEmpty() && taken.add(place.partition())) {
        chosen.add(place);
      }
    }
    return chosen;
  }

  @Override
  public void close() {
    peek.ifPresent(RecordPeek::close);
    peek = Optional.empty();
  }
}
