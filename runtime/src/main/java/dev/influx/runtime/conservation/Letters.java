package dev.influx.runtime.conservation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.runtime.KafkaConnection;
import dev.influx.runtime.TopicReading;
import dev.influx.runtime.conservation.Conservation.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Where those records stood that are dead letters now. */
final class Letters {
  private static final String PREFIX = "influx.dead.";

  private Letters() {}

  static Set<Place> read(KafkaConnection kafka, String topic) {
    Set<Place> places = new HashSet<>();
    new TopicReading(kafka, "influx-conservation-letters", List.of(topic))
        .forEach(letter -> origin(letter).ifPresent(places::add), read -> {});
    return places;
  }

  /** Empty for what came from elsewhere, such as a file. */
  private static Optional<Place> origin(ConsumerRecord<?, ?> letter) {
    Optional<String> topic = header(letter, "topic");
    Optional<Long> partition = number(letter, "partition");
    Optional<Long> offset = number(letter, "offset");
    return topic.isPresent() && partition.isPresent() && offset.isPresent()
        ? Optional.of(new Place(topic.get(), Math.toIntExact(partition.get()), offset.get()))
        : Optional.empty();
  }

  private static Optional<Long> number(ConsumerRecord<?, ?> letter, String name) {
    return header(letter, name).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
  }

  private static Optional<String> header(ConsumerRecord<?, ?> letter, String name) {
    return Optional.ofNullable(letter.headers().lastHeader(PREFIX + name))
        .map(Header::value)
        .map(value -> new String(value, UTF_8));
  }
}
