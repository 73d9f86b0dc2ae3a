package dev.influx.scorer.topology;

import static dev.influx.scorer.topology.TestingPolicies.STRICT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.lists.policies.Policy;
import dev.influx.runtime.TopicAdmin;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.TopicSpec;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.schemas.wire.WireDeserializer;
import dev.influx.scorer.Authors;
import dev.influx.scorer.Lookalikes;
import dev.influx.scorer.replay.Extent;
import dev.influx.scorer.replay.Range;
import dev.influx.scorer.replay.ReplayPlan;
import dev.influx.scorer.replay.Shadow;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On a real broker, with processes that are killed: whatever an installation has been through, its
 * live results are those of a replay from the start under the policy that is in force, and those of
 * a calculation over a dump of the raw topic, on every id and bit for bit.
 */
@WithKafka
@Execution(ExecutionMode.CONCURRENT)
class ParityIT {
  private static final int CROWDS = 200;
  private static final int OBSERVATIONS = 300;
  private static final String REPLAY = "again";

  /** Those of a history; the last one is none of them, so that it is known when it has come. */
  private static final List<String> POLICIES = List.of("m0", "m2@1", STRICT);

  private static final String LAST = "m2@2";

  @TempDir Path directory;

  /** What happens to the scorers between observations. */
  private enum Event {
    KILLED,
    JOINED_OR_LEFT,
    ANOTHER_POLICY
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void liveIsReplayIsCalculation(long seed, TestKafka kafka) throws Exception {
    TestingInstallation installation = new TestingInstallation(kafka, directory);
    try (Registry registry = installation.registered(kafka.registryUrl());
        Life life = new Life(installation, registry, kafka.registryUrl(), new Random(seed))) {
      life.live();
      installation.assertEveryRecordIsAccountedFor();
      Map<String, ByteBuffer> live = results(installation, installation.topics);

      assertSame(seed, "a replay", live, replayed(installation, registry));
      assertSame(seed, "a calculation", live, calculated(installation, registry));
    }
  }

  private static void assertSame(
      long seed, String what, Map<String, ByteBuffer> live, Map<String, ByteBuffer> other) {
    Set<String> different = new TreeSet<>(live.keySet());
    different.addAll(other.keySet());
    different.removeIf(id -> live.containsKey(id) && live.get(id).equals(other.get(id)));
    assertThat(live).as("seed %d", seed).hasSizeGreaterThan(CROWDS);
    assertThat(different).as("seed %d: ids of whom %s says something else", seed, what).isEmpty();
  }

  /** An installation through its history. */
  private final class Life implements AutoCloseable {
    private final TestingInstallation installation;
    private final Registry registry;
    private final String registryUrl;
    private final Random random;
    private final Lookalikes authors;
    private Process mortal;
    private Optional<Scorer> guest = Optional.empty();

    Life(TestingInstallation installation, Registry registry, String registryUrl, Random random) {
      this.installation = installation;
      this.registry = registry;
      this.registryUrl = registryUrl;
      this.random = random;
      this.authors = new Lookalikes(random, CROWDS);
    }

    void live() throws Exception {
      born();
      for (Event event : events()) {
        installation.observe(registry, authors.observations(OBSERVATIONS));
        switch (event) {
          case KILLED -> killed();
          case JOINED_OR_LEFT -> joinedOrLeft();
          case ANOTHER_POLICY -> activate(POLICIES.get(random.nextInt(POLICIES.size())));
        }
      }
      activate(LAST);
      installation.awaitAllJudgedBy(LAST);
      installation.awaitScored();
    }

    private List<Event> events() {
      List<Event> events = new ArrayList<>(Collections.nCopies(2, Event.KILLED));
      events.addAll(Collections.nCopies(2, Event.JOINED_OR_LEFT));
      events.addAll(Collections.nCopies(3, Event.ANOTHER_POLICY));
      Collections.shuffle(events, random);
      return events;
    }

    private void born() throws Exception {
      mortal = TestingScorerProcess.start(installation, registryUrl, directory, "mortal");
    }

    /** While it starts, or at its work. */
    private void killed() throws Exception {
      if (random.nextInt(3) > 0) {
        List<RawProfile> more = authors.observations(OBSERVATIONS);
        long enough = installation.scored() + 1 + random.nextInt(more.size());
        installation.observe(registry, more);
        await()
            .atMost(TestingInstallation.PATIENCE)
            .until(() -> !mortal.isAlive() || installation.scored() >= enough);
        assertThat(mortal.isAlive()).as("%s", log()).isTrue();
      }
      mortal.destroyForcibly().waitFor();
      born();
    }

    private String log() throws Exception {
      return Files.readString(TestingScorerProcess.log(directory, "mortal"));
    }

    private void joinedOrLeft() {
      if (guest.isPresent()) {
        guest.get().close();
        guest = Optional.empty();
      } else {
        guest = Optional.of(joined());
      }
    }

    private Scorer joined() {
      return TestingInstallation.start(
          installation.settings("guest", TestingScorerProcess.SHORT_SESSIONS),
          installation.kafka,
          registry,
          installation.topics,
          installation.meters);
    }

    private void activate(String policy) throws Exception {
      installation.activate(registry, TestingPolicies.policy(policy));
    }

    @Override
    public void close() throws Exception {
      guest.ifPresent(Scorer::close);
      mortal.destroyForcibly().waitFor();
    }
  }

  private Map<String, ByteBuffer> replayed(TestingInstallation installation, Registry registry)
      throws Exception {
    Shadow shadow = Shadow.of(installation.topics, REPLAY);
    List<TopicSpec> made = shadow.topics().replayed(TestingInstallation.PARTITIONS);
    try (TopicAdmin admin = TopicAdmin.connect(installation.kafka)) {
      admin.apply(made, (short) 1);
    }
    made.forEach(registry::register);
    Policy policy = TestingPolicies.policy(LAST);
    Shadow.Start start =
        new Shadow.Start(
            policy, installation.kafka, registry, installation.meters, directory, Optional.empty());
    ScorerSettings settings = installation.settings("replay", Map.of());
    try (Scorer scorer = shadow.start(start, plan(installation, policy), settings, id -> false)) {
      installation.awaitScored(shadow.application(), shadow.topics());
      assertThat(scorer.health().reason()).isNotEmpty();
    }
    return results(installation, shadow.topics());
  }

  private static ReplayPlan plan(TestingInstallation installation, Policy policy) throws Exception {
    List<Extent> extents = new ArrayList<>();
    installation.rawEnds().forEach((partition, end) -> extents.add(new Extent(partition, 0, end)));
    ReplayPlan.World world =
        new ReplayPlan.World(
            "cluster", installation.topics.raw(), "topic", extents, Optional.empty());
    return new ReplayPlan(
        REPLAY,
        Authors.NOON.toString(),
        world,
        new ReplayPlan.Judge(policy.id(), policy.sha256().hex()),
        Range.ALL,
        new ReplayPlan.Volume(world.records(), 0, 0, 0, 0, Optional.empty(), Optional.empty()));
  }

  private static Map<String, ByteBuffer> calculated(
      TestingInstallation installation, Registry registry) {
    Topics topics = installation.topics;
    WireDeserializer<RawProfile> profiles = registry.deserializer(RawProfile.class);
    Calculation calculation = new Calculation();
    for (ConsumerRecord<String, byte[]> seen : installation.read(topics.raw())) {
      calculation.observe(
          profiles.deserialize(seen.topic(), seen.value()),
          new Lineage(seen.topic(), seen.partition(), seen.offset()));
    }
    var scored = registry.serializer(ScoredProfile.class);
    var refused = registry.serializer(RejectedProfile.class);
    Map<String, ByteBuffer> results = new TreeMap<>();
    calculation
        .under(TestingPolicies.evaluator(LAST))
        .forEach(
            (id, judgement) ->
                results.put(
                    id,
                    ByteBuffer.wrap(
                        judgement.fold(
                            in -> scored.serialize(topics.accepted(), in),
                            out -> refused.serialize(topics.rejected(), out)))));
    return results;
  }

  /** What the topics hold of everybody, who is in one of them only. */
  private static Map<String, ByteBuffer> results(TestingInstallation installation, Topics topics) {
    Map<String, ByteBuffer> accepted = live(installation, topics.accepted());
    Map<String, ByteBuffer> rejected = live(installation, topics.rejected());
    assertThat(accepted.keySet()).doesNotContainAnyElementsOf(rejected.keySet());
    accepted.putAll(rejected);
    return accepted;
  }

  private static Map<String, ByteBuffer> live(TestingInstallation installation, String topic) {
    Map<String, ByteBuffer> live = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : installation.read(topic)) {
      live.remove(record.key());
      if (record.value() != null) {
        live.put(record.key(), ByteBuffer.wrap(record.value()));
      }
    }
    return live;
  }
}
