package dev.influx.app.pipe;

import dev.influx.lists.Domain;
import dev.influx.runtime.TopicReading;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import dev.influx.schemas.wire.WireDeserializer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many accepted authors each domain has at this moment. */
public final class DomainCounts {
  private static final Logger LOG = LoggerFactory.getLogger(DomainCounts.class);

  private final WireDeserializer<ScoredProfile> accepted;
  private final Map<String, Domain> domains = new HashMap<>();

  private DomainCounts(Registry registry) {
    this.accepted = registry.deserializer(ScoredProfile.class);
  }

  /** Domains without anybody are not in it; nothing is, while the registry does not answer. */
  public static Map<Domain, Long> read(Installation installation, Registry registry) {
    DomainCounts counts = new DomainCounts(registry);
    try {
      new TopicReading(
              installation.kafka(), "influx-domains", List.of(installation.topics().accepted()))
          .forEach(counts::take, read -> {});
      return counts.counted();
    } catch (UnableToReachRegistryException e) {
      LOG.warn("who is accepted in which domain is not known: {}", e.getMessage());
      return Map.of();
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    Optional.ofNullable(accepted.deserialize(record.topic(), record.value()))
        .flatMap(author -> Optional.ofNullable(author.getDomain()))
        .flatMap(Domain::find)
        .ifPresentOrElse(
            domain -> domains.put(record.key(), domain), () -> domains.remove(record.key()));
  }

  private Map<Domain, Long> counted() {
    Map<Domain, Long> counted = new EnumMap<>(Domain.class);
    domains.values().forEach(domain -> counted.merge(domain, 1L, Long::sum));
    return Collections.unmodifiableMap(counted);
  }
}
