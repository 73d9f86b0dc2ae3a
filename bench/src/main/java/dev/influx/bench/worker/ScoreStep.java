package dev.influx.bench.worker;

import dev.influx.lists.policies.Policies;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.StateCodec;
import dev.influx.schemas.wire.WireDeserializer;
import dev.influx.schemas.wire.WireSerializer;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Observed;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The work of the scorer as one would write it by hand for speed: the same pure functions, the
 * state decoded in a hash map, one changelog record for each change. It survives no rebalance,
 * restores nothing and has no dead letters.
 */
final class ScoreStep implements Step {
  private final Topics topics;
  private final String changelog;
  private final Evaluator evaluator;
  private final WireDeserializer<RawProfile> raw;
  private final WireSerializer<ScoredProfile> scored;
  private final WireSerializer<RejectedProfile> rejected;
  private final StateCodec states = new StateCodec();
  private final Map<String, Known> authors = new HashMap<>();
  private final Map<String, Long> outcomes = new ConcurrentHashMap<>();

  ScoreStep(Task task, Registry registry) {
    this.topics = task.topics();
    this.changelog = task.changelog();
    this.evaluator = Evaluator.of(Policies.bundled().theDefault().allowingSimulated());
    this.raw = registry.deserializer(RawProfile.class);
    this.scored = registry.serializer(ScoredProfile.class).warmUp(topics.accepted());
    this.rejected = registry.serializer(RejectedProfile.class).warmUp(topics.rejected());
  }

  @Override
  public void handle(
      ConsumerRecord<byte[], byte[]> input, Consumer<ProducerRecord<byte[], byte[]>> output) {
    RawProfile observation = raw.deserialize(input.topic(), input.value());
    Optional<Known> before = Optional.ofNullable(authors.get(observation.getId()));
    Lineage lineage = new Lineage(input.topic(), input.partition(), input.offset());
    Observed observed = History.observe(before.map(Known::history), observation, lineage);
    Optional<Judgement> judgement = observed.history().map(evaluator::judge);
    judgement.ifPresent(
        verdict -> {
          History history = observed.history().orElseThrow().told(verdict.language());
          Known after = new Known(history, verdict.accepted());
          authors.put(observation.getId(), after);
          output.accept(change(input, after));
          output.accept(profile(input, verdict.accepted(), encode(verdict)));
          before
              .filter(known -> known.accepted() != after.accepted())
              .ifPresent(known -> output.accept(profile(input, known.accepted(), null)));
        });
    count(observed instanceof Observed.Newer ? word(judgement.orElseThrow()) : observed.outcome());
  }

  private static String word(Judgement judgement) {
    return judgement.accepted() ? "accepted" : "rejected";
  }

  private void count(String outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
  }

  private ProducerRecord<byte[], byte[]> change(
      ConsumerRecord<byte[], byte[]> input, Known author) {
    History history = author.history();
    AuthorState state =
        new AuthorState(
            history.last(),
            history.lineage(),
            history.samples(),
            author.accepted(),
            evaluator.policy(),
            history.language().orElse(null),
            history.clashes());
    return new ProducerRecord<>(
        changelog, input.partition(), input.timestamp(), input.key(), states.encode(state));
  }

  private byte[] encode(Judgement judgement) {
    return judgement.fold(
        profile -> scored.serialize(topics.accepted(), profile),
        profile -> rejected.serialize(topics.rejected(), profile));
  }

  private ProducerRecord<byte[], byte[]> profile(
      ConsumerRecord<byte[], byte[]> input, boolean accepted, byte[] value) {
    String topic = accepted ? topics.accepted() : topics.rejected();
    return new ProducerRecord<>(topic, null, input.timestamp(), input.key(), value);
  }

  @Override
  public Map<String, Long> outcomes() {
    return Map.copyOf(outcomes);
  }

  private record Known(History history, boolean accepted) {}
}
