package dev.influx.scorer.replay;

import dev.influx.lists.canonical.CanonicalJson;
import dev.influx.lists.yaml.Faults;
import dev.influx.lists.yaml.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Lets a scorer see the observations of a plan only, and so many a second: to Kafka Streams a
 * record without a time is one to pass over, and its offset counts as done. Offsets are compared,
 * and the times that records carry: looking offsets up by time is misled by imports of the past.
 */
public final class ReplayWindow implements TimestampExtractor, Configurable {
  private static final String RAW = "influx.replay.raw";
  private static final String WORLD = "influx.replay.world";
  private static final String RATE = "influx.replay.rate";
  private static final long PASS_OVER = -1;
  private static final long MOST_FETCHED = 2_000;

  private final Map<Integer, Long> ends = new HashMap<>();
  private String raw = "";
  private Range range = Range.ALL;
  private Optional<Throttle> throttle = Optional.empty();

  /** What the settings of Kafka Streams carry of a plan. */
  public record Seen(List<Extent> extents, Range range) {}

  /** Settings with which Kafka Streams asks one of these. */
  static Map<String, String> settings(ReplayPlan plan, Optional<Long> recordsPerSecond) {
    byte[] seen = CanonicalJson.bytes(new Seen(plan.world().extents(), plan.range()));
    Map<String, String> settings = new HashMap<>();
    settings.put(
        StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, ReplayWindow.class.getName());
    settings.put(RAW, plan.world().raw());
    settings.put(WORLD, new String(seen, StandardCharsets.UTF_8));
    recordsPerSecond.ifPresent(rate -> settings.putAll(atMost(rate)));
    return settings;
  }

  /**
   * A thread of Kafka Streams looks whether it is to stop when all that it has fetched is done: so
   * it fetches no more at a time than it may do in a second.
   */
  private static Map<String, String> atMost(long perSecond) {
    return Map.of(
        RATE,
        Long.toString(perSecond),
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
        Long.toString(Math.min(perSecond, MOST_FETCHED)));
  }

  @Override
  public void configure(Map<String, ?> settings) {
    raw = (String) settings.get(RAW);
    Seen seen = seen((String) settings.get(WORLD));
    seen.extents().forEach(extent -> ends.put((int) extent.partition(), extent.end()));
    range = seen.range();
    throttle =
        Optional.ofNullable((String) settings.get(RATE))
            .map(rate -> Throttle.of(application(settings), Long.parseLong(rate)));
  }

  private static String application(Map<String, ?> settings) {
    return (String) settings.get(StreamsConfig.APPLICATION_ID_CONFIG);
  }

  private static Seen seen(String written) {
    Faults faults = Faults.inKnown("the settings of the replay");
    return StrictJson.parse(written.getBytes(StandardCharsets.UTF_8), faults)
        .flatMap(
            root -> {
              List<Extent> extents = Extent.readAll(root);
              Optional<Range> range = root.mapping("range").flatMap(Range::read);
              return root.complete(() -> new Seen(extents, range.orElseThrow()));
            })
        .orElseThrow(() -> new IllegalArgumentException(faults.all().toString()));
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    if (!record.topic().equals(raw)) {
      return record.timestamp();
    }
    if (record.offset() >= ends.getOrDefault(record.partition(), 0L)
        || !range.hasTime(record.timestamp())) {
      return PASS_OVER;
    }
    throttle.ifPresent(Throttle::hold);
    return record.timestamp();
  }
}
