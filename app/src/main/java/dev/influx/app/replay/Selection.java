package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.runtime.TopicReading;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireDeserializer;
import dev.influx.scorer.replay.Extent;
import dev.influx.scorer.replay.Range;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Whose observations a replay is about. Authors are taken whole: one who changed the domain on the
 * way, or is gone since, would otherwise be judged by half of what was seen.
 */
final class Selection implements Predicate<String> {
  private final Range range;
  private final Optional<Set<String>> ofDomain;

  private Selection(Range range, Optional<Set<String>> ofDomain) {
    this.range = range;
    this.ofDomain = ofDomain;
  }

  /** Reads the observations only if it has to: for a domain. */
  static Selection read(
      Installation installation,
      Registry registry,
      List<Extent> extents,
      Range range,
      LongConsumer progress) {
    if (range.domain().isEmpty()) {
      return new Selection(range, Optional.empty());
    }
    Set<String> ids = new HashSet<>();
    WireDeserializer<RawProfile> profiles = registry.deserializer(RawProfile.class);
    TopicReading.required(
            installation.kafka(), "influx-replay-authors", installation.topics().raw())
        .forEach(
            record -> {
              if (within(extents, record) && domain(profiles, record).equals(range.domain())) {
                ids.add(record.key());
              }
            },
            progress);
    return new Selection(range, Optional.of(ids));
  }

  /** What was not there when the replay was planned is no part of it. */
  static boolean within(List<Extent> extents, ConsumerRecord<?, ?> record) {
    return extents.stream()
        .anyMatch(
            extent ->
                extent.partition() == record.partition()
                    && record.offset() >= extent.begin()
                    && record.offset() < extent.end());
  }

  private static Optional<String> domain(
      WireDeserializer<RawProfile> profiles, ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.ofNullable(profiles.deserialize(record.topic(), record.value()))
          .map(RawProfile::getDomain);
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean test(String id) {
    return range.hasSampled(id) && ofDomain.map(ids -> ids.contains(id)).orElse(true);
  }
}
