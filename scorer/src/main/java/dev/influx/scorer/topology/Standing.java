package dev.influx.scorer.topology;

import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScorerStanding;
import dev.influx.schemas.wire.StandingCodec;
import dev.influx.scorer.policies.Judge;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which policy judges a partition, and whether it has judged everybody there. What is noted goes
 * with the transaction of the work itself, so that it is never ahead of it, and lies in a changelog
 * where everybody can read how the scorers stand.
 */
final class Standing {
  private static final Bytes KEY = Bytes.wrap("policy".getBytes(StandardCharsets.UTF_8));
  private static final StandingCodec CODEC = new StandingCodec();

  private final ProcessorContext<?, ?> context;
  private final KeyValueStore<Bytes, byte[]> store;
  private Judge noted;

  Standing(ProcessorContext<?, ?> context) {
    this.context = context;
    this.store = context.getStateStore(ScorerTopology.PROGRESS);
  }

  /** What was noted last; empty where nobody has judged yet, or only an earlier release. */
  Optional<ScorerStanding> last() {
    return Optional.ofNullable(store.get(KEY)).flatMap(CODEC::decode);
  }

  /**
   * Before anybody is judged: if another policy judged last, the others are to be judged again. Of
   * the same judge nothing needs to be noted twice, which spares a look for every record.
   */
  void judgingBy(Judge judge) {
    if (judge == noted) {
      return;
    }
    if (last().filter(standing -> standing.getPolicy().equals(judge.policy())).isEmpty()) {
      walking(judge, 0, 0);
    }
    noted = judge;
  }

  boolean isFinished(PolicyRef policy) {
    return last()
        .filter(standing -> standing.getFinished() && standing.getPolicy().equals(policy))
        .isPresent();
  }

  void walking(Judge judge, long walked, long authors) {
    note(judge, false, walked, authors);
  }

  void finished(Judge judge, long walked, long authors) {
    note(judge, true, walked, authors);
  }

  /**
   * After a partition has moved, or the reason has changed why the active policy does not judge.
   */
  void introduce(Judge judge) {
    last()
        .filter(standing -> standing.getPolicy().equals(judge.policy()))
        .filter(standing -> !isSaidBy(judge, standing))
        .ifPresent(
            standing ->
                note(judge, standing.getFinished(), standing.getWalked(), standing.getAuthors()));
  }

  private boolean isSaidBy(Judge judge, ScorerStanding standing) {
    return Optional.ofNullable(standing.getObstacle()).equals(judge.obstacle())
        && Optional.ofNullable(standing.getInstance()).equals(instance());
  }

  private void note(Judge judge, boolean finished, long walked, long authors) {
    store.put(
        KEY,
        CODEC.encode(
            new ScorerStanding(
                judge.policy(),
                finished,
                walked,
                Math.max(walked, authors),
                instance().orElse(null),
                judge.obstacle().orElse(null),
                Instant.ofEpochMilli(context.currentSystemTimeMs()))));
  }

  private Optional<String> instance() {
    return Optional.ofNullable((String) context.appConfigs().get(StreamsSettings.INSTANCE));
  }
}
