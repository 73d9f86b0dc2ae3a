package dev.influx.scorer.topology;

import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireSerializer;
import dev.influx.scorer.evaluation.Evaluator;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * The shape of the pipe: one source, one processor with the authors' state beside it, and one sink
 * for each verdict. All topics share key and partition count, so nothing is ever repartitioned.
 */
public final class ScorerTopology {
  static final String RAW = "raw";
  static final String SCORE = "score";
  static final String ACCEPTED = "accepted";
  static final String REJECTED = "rejected";
  static final String AUTHORS = "authors";
  static final String PROGRESS = "progress";

  private final Topics topics;
  private final Evaluator evaluator;
  private final StoreKind stores;

  public ScorerTopology(Topics topics, Evaluator evaluator, StoreKind stores) {
    this.topics = topics;
    this.evaluator = evaluator;
    this.stores = stores;
  }

  /** The topic in which Kafka Streams logs the state of the authors. */
  public static String authorsLog(String application) {
    return application + "-" + AUTHORS + "-changelog";
  }

  /** Builds the topology; nothing is asked of the registry before {@link Built#warmUp}. */
  public Built build(Registry registry, MeterRegistry meters) {
    WireSerializer<ScoredProfile> scored = registry.serializer(ScoredProfile.class);
    WireSerializer<RejectedProfile> rejected = registry.serializer(RejectedProfile.class);
    ByteArraySerializer key = new ByteArraySerializer();
    Topology topology =
        new Topology()
            .addSource(
                RAW,
                new ByteArrayDeserializer(),
                registry.deserializer(RawProfile.class),
                topics.raw())
            .addProcessor(SCORE, () -> new AuthorProcessor(evaluator, meters), RAW)
            .addStateStore(stores.authors(AUTHORS), SCORE)
            .addStateStore(StoreKind.progress(PROGRESS), SCORE)
            .addSink(ACCEPTED, topics.accepted(), key, scored, SCORE)
            .addSink(REJECTED, topics.rejected(), key, rejected, SCORE);
    Runnable warmUp =
        () -> {
          scored.warmUp(topics.accepted());
          rejected.warmUp(topics.rejected());
        };
    return new Built(topology, warmUp);
  }

  /** A topology that can be printed or run, once its serializers know their schema ids. */
  public record Built(Topology topology, Runnable warmUpSerializers) {

    /** Asks the registry for the ids of what will be written. */
    public void warmUp() {
      warmUpSerializers.run();
    }
  }
}
