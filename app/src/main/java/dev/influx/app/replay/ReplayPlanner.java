package dev.influx.app.replay;

import dev.influx.app.pipe.Installation;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.TopicReading;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.runtime.policies.PolicyLog;
import dev.influx.schemas.AuditEvent;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireDeserializer;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Observed;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.replay.PastPace;
import dev.influx.scorer.replay.Range;
import dev.influx.scorer.replay.ReplayPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Looks at an installation to plan a replay; changes nothing in it. */
public final class ReplayPlanner {
  private static final int TRIED = 5_000;
  private static final double NANOS = 1e9;

  private final Installation installation;
  private final Registry registry;

  public ReplayPlanner(Installation installation, Registry registry) {
    this.installation = installation;
    this.registry = registry;
  }

  /**
   * What is wanted.
   *
   * @param id of the replay
   */
  public record Wish(String id, Policy policy, Range range) {}

  /**
   * Reads the observations once.
   *
   * @param past what is known of earlier replays
   * @param progress told now and then how many more were read
   */
  public ReplayPlan plan(Wish wish, Instant now, List<AuditEvent> past, LongConsumer progress) {
    ReplayPlan.World world = look();
    ForgottenAuthors forgotten =
        ForgottenAuthors.read(installation.kafka(), registry, installation.topics());
    Selection selection =
        Selection.read(installation, registry, world.extents(), wish.range(), progress);
    List<RawProfile> trial = new ArrayList<>();
    WireDeserializer<RawProfile> profiles = registry.deserializer(RawProfile.class);
    Survey survey = new Survey(world, wish.range(), selection, forgotten);
    TopicReading.required(installation.kafka(), "influx-replay-plan", world.raw())
        .forEach(
            record -> {
              if (survey.take(record) && trial.size() < TRIED) {
                read(profiles, record).ifPresent(trial::add);
              }
            },
            progress);
    return new ReplayPlan(
        wish.id(),
        now.toString(),
        world,
        new ReplayPlan.Judge(wish.policy().id(), wish.policy().sha256().hex()),
        wish.range(),
        survey.volume(pace(wish.policy(), trial, past)));
  }

  /** The world as it is now. */
  ReplayPlan.World look() {
    String raw = installation.topics().raw();
    try (ReplayCluster cluster = new ReplayCluster(installation)) {
      return new ReplayPlan.World(
          cluster.id(), raw, cluster.topicId(raw), cluster.extents(raw), live());
    }
  }

  /** The policy that is in force, by the pointer in the topic of policies. */
  private Optional<String> live() {
    return new PolicyLog(installation.kafka(), registry, installation.topics())
        .read()
        .pointer()
        .map(active -> HexFormat.of().formatHex(active.getSha256().bytes()));
  }

  private static Optional<RawProfile> read(
      WireDeserializer<RawProfile> profiles, ConsumerRecord<String, byte[]> record) {
    try {
      return Optional.ofNullable(profiles.deserialize(record.topic(), record.value()));
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  /** What an earlier replay reached is worth more than a trial without topics. */
  private static Survey.Pace pace(Policy policy, List<RawProfile> trial, List<AuditEvent> past) {
    OptionalLong reached = PastPace.of(past);
    if (reached.isPresent()) {
      return new Survey.Pace(
          Optional.of(reached.getAsLong()), Optional.of("the last replay reached it"));
    }
    if (trial.isEmpty()) {
      return new Survey.Pace(Optional.empty(), Optional.empty());
    }
    Evaluator evaluator = Evaluator.of(policy);
    Lineage nowhere = new Lineage("", 0, 0L);
    long start = System.nanoTime();
    for (RawProfile each : trial) {
      Observed observed = History.observe(Optional.empty(), each, nowhere);
      observed.history().ifPresent(evaluator::judge);
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    long rate = Math.max(1, (long) (trial.size() / seconds));
    return new Survey.Pace(
        Optional.of(rate),
        Optional.of("judging " + trial.size() + " of the records on one thread, without topics"));
  }

  /** The differences between two worlds that make the plan for one useless in the other. */
  static List<String> changes(ReplayPlan.World planned, ReplayPlan.World now) {
    List<String> changes = new ArrayList<>();
    if (!planned.cluster().equals(now.cluster())) {
      changes.add("it was planned for another cluster");
    } else if (!planned.topicId().equals(now.topicId())) {
      changes.add(planned.raw() + " was deleted and made anew");
    } else if (planned.extents().size() != now.extents().size()) {
      changes.add(planned.raw() + " has another number of partitions");
    } else {
      lost(planned, now).ifPresent(changes::add);
    }
    if (!planned.live().equals(now.live())) {
      changes.add("another policy is in force now");
    }
    return changes;
  }

  private static Optional<String> lost(ReplayPlan.World planned, ReplayPlan.World now) {
    for (int i = 0; i < planned.extents().size(); i++) {
      if (now.extents().get(i).begin() > planned.extents().get(i).begin()
          || now.extents().get(i).end() < planned.extents().get(i).end()) {
        return Optional.of("observations of " + planned.raw() + " were deleted meanwhile");
      }
    }
    return Optional.empty();
  }
}
