package dev.influx.scorer.topology;

import dev.influx.schemas.AuthorClaim;
import dev.influx.schemas.ClashNotice;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireSerializer;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.policies.PolicyInForce;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * The shape of the pipe: observations go to the state of their author and from there to one sink
 * for each verdict. What authors have in common with others is compared on the side: they send what
 * they claim to where its fingerprint is kept, and hear from there who else claims it. All topics
 * share one partition count.
 */
public final class ScorerTopology {
  static final String RAW = "raw";
  static final String SCORE = "score";
  static final String ACCEPTED = "accepted";
  static final String REJECTED = "rejected";
  static final String AUTHORS = "authors";
  static final String PROGRESS = "progress";
  static final String LEDGER = "ledger";
  static final String CLASHES = "clashes";
  static final String SETTLE = "settle";
  static final String CLAIMS = "claims";
  static final String COMPARE = "compare";
  static final String CLAIMANTS = "claimants";
  static final String TO_CLAIMS = "to-claims";
  static final String TO_CLASHES = "to-clashes";

  private final Topics topics;
  private final PolicyInForce policies;
  private final StoreKind stores;
  private final Predicate<String> forgotten;
  private final Turns turns;

  public ScorerTopology(Topics topics, Evaluator evaluator, StoreKind stores) {
    this(topics, PolicyInForce.always(evaluator), stores, id -> false);
  }

  /**
   * A topology that does not learn of some authors.
   *
   * @param policies asked, on the threads of Kafka Streams, for every record
   * @param forgotten asked there for each author who has no state yet
   */
  public ScorerTopology(
      Topics topics, PolicyInForce policies, StoreKind stores, Predicate<String> forgotten) {
    this(topics, policies, stores, forgotten, new Turns(Turns.Pace.USUAL, System::nanoTime));
  }

  ScorerTopology(
      Topics topics,
      PolicyInForce policies,
      StoreKind stores,
      Predicate<String> forgotten,
      Turns turns) {
    this.topics = topics;
    this.policies = policies;
    this.stores = stores;
    this.forgotten = forgotten;
    this.turns = turns;
  }

  /** The topic in which Kafka Streams logs the state of the authors. */
  public static String authorsLog(String application) {
    return application + "-" + AUTHORS + "-changelog";
  }

  /** The topic in which Kafka Streams logs how the scorers stand, one record a partition. */
  public static String standingsLog(String application) {
    return application + "-" + PROGRESS + "-changelog";
  }

  /** The topic in which Kafka Streams logs what became of the raw records, by partition. */
  public static String ledgerLog(String application) {
    return application + "-" + LEDGER + "-changelog";
  }

  /** Builds the topology; nothing is asked of the registry before {@link Built#warmUp}. */
  public Built build(Registry registry, MeterRegistry meters) {
    Writers writers = new Writers(topics, registry);
    Topology topology = new Topology();
    addAuthors(topology, registry, meters);
    addSinks(topology, writers);
    addComparison(topology, registry, writers);
    return new Built(topology, writers::warmUp);
  }

  private void addAuthors(Topology topology, Registry registry, MeterRegistry meters) {
    ByteArrayDeserializer key = new ByteArrayDeserializer();
    AuthorProcessor.Metrics metrics = new AuthorProcessor.Metrics(meters);
    topology
        .addSource(RAW, key, registry.deserializer(RawProfile.class), topics.raw())
        .addSource(CLASHES, key, registry.deserializer(ClashNotice.class), topics.clashes())
        .addProcessor(SCORE, () -> authors(metrics), RAW)
        .addProcessor(SETTLE, () -> new SettleProcessor(policies), CLASHES)
        .addStateStore(stores.keyed(AUTHORS), SCORE, SETTLE)
        .addStateStore(StoreKind.progress(PROGRESS), SCORE, SETTLE)
        .addStateStore(StoreKind.ledger(LEDGER), SCORE);
  }

  private AuthorProcessor authors(AuthorProcessor.Metrics metrics) {
    return new AuthorProcessor(topics.raw(), policies, forgotten, turns, metrics);
  }

  private void addSinks(Topology topology, Writers writers) {
    ByteArraySerializer key = new ByteArraySerializer();
    topology
        .addSink(ACCEPTED, topics.accepted(), key, writers.scored(), SCORE, SETTLE)
        .addSink(REJECTED, topics.rejected(), key, writers.rejected(), SCORE, SETTLE)
        .addSink(
            TO_CLAIMS, topics.claims(), key, writers.claims(), new ByAddressee(), SCORE, SETTLE);
  }

  private void addComparison(Topology topology, Registry registry, Writers writers) {
    topology
        .addSource(
            CLAIMS,
            new ByteArrayDeserializer(),
            registry.deserializer(AuthorClaim.class),
            topics.claims())
        .addProcessor(COMPARE, ClaimsProcessor::new, CLAIMS)
        .addStateStore(stores.keyed(CLAIMANTS), COMPARE)
        .addSink(
            TO_CLASHES,
            topics.clashes(),
            new ByteArraySerializer(),
            writers.clashes(),
            new ByAddressee(),
            COMPARE);
  }

  /** A topology that can be printed or run, once its serializers know their schema ids. */
  public record Built(Topology topology, Runnable warmUpSerializers) {

    /** Asks the registry for the ids of what will be written. */
    public void warmUp() {
      warmUpSerializers.run();
    }
  }

  /** What writes the values of each output. */
  private record Writers(
      Topics topics,
      WireSerializer<ScoredProfile> scored,
      WireSerializer<RejectedProfile> rejected,
      WireSerializer<AuthorClaim> claims,
      WireSerializer<ClashNotice> clashes) {

    Writers(Topics topics, Registry registry) {
      this(
          topics,
          registry.serializer(ScoredProfile.class),
          registry.serializer(RejectedProfile.class),
          registry.serializer(AuthorClaim.class),
          registry.serializer(ClashNotice.class));
    }

    void warmUp() {
      scored.warmUp(topics.accepted());
      rejected.warmUp(topics.rejected());
      claims.warmUp(topics.claims());
      clashes.warmUp(topics.clashes());
    }
  }
}
