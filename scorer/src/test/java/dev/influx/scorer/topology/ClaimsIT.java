package dev.influx.scorer.topology;

import static dev.influx.scorer.Authors.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.Authors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authors of different partitions who claim the same, on a real broker and registry. */
@WithKafka
class ClaimsIT {
  private static final int AUTHORS = 20;

  private TestingInstallation installation;

  @TempDir Path directory;

  @BeforeEach
  void createTopics(TestKafka testKafka) {
    installation = new TestingInstallation(testKafka, directory);
  }

  @AfterEach
  void nothingWasLost() {
    installation.assertNothingIsLost();
  }

  @Test
  void aHandleThatIsTakenOverWithdrawsTheOtherAndComesBack(TestKafka testKafka) throws Exception {
    try (Registry registry = installation.registered(testKafka.registryUrl())) {
      try (Scorer scorer = installation.start(registry)) {
        for (int id = 1; id <= AUTHORS; id++) {
          observe(registry, id, 0, "Ann");
        }
        installation.awaitScored();
        assertThat(scorer.authors()).hasValue(AUTHORS);
        assertThat(heldBy(registry)).isEqualTo(allBut(AUTHORS));

        observe(registry, 7, 1, "ann");
        installation.awaitScored();
        assertThat(heldBy(registry)).isEqualTo(allBut(7));
      }
      try (Scorer scorer = installation.start(registry)) {
        observe(registry, 7, 2, "ann_7");
        installation.awaitScored();
        assertThat(scorer.authors()).hasValue(AUTHORS);
        Map<String, List<String>> withoutSeven = allBut(AUTHORS);
        withoutSeven.remove(idOf(7));
        assertThat(heldBy(registry)).isEqualTo(withoutSeven);
        assertThat(installation.read(installation.topics.dead())).isEmpty();
      }
    }
  }

  /** Of such ids it is not known when they were given. */
  private static String idOf(int author) {
    return Long.toString(5_000_000_000L + author);
  }

  private void observe(Registry registry, int id, int minute, String handle) throws Exception {
    RawProfile seen = Authors.seen(idOf(id), NOON.plusSeconds(60L * minute), 60_000L, 1L);
    Profile profile = Profile.newBuilder(seen.getProfile()).setHandle(handle).build();
    RawProfile named = RawProfile.newBuilder(seen).setProfile(profile).build();
    installation.send(named.getId(), installation.bytes(registry, named));
  }

  /** What is said to everybody but the holder of the handle. */
  private static Map<String, List<String>> allBut(int holder) {
    Map<String, List<String>> said = new TreeMap<>();
    for (int id = 1; id <= AUTHORS; id++) {
      said.put(idOf(id), List.of(" is held by id " + idOf(holder) + ", seen later"));
    }
    said.remove(idOf(holder));
    return said;
  }

  private Map<String, List<String>> heldBy(Registry registry) {
    String topic = installation.topics.rejected();
    Map<String, List<String>> said = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : installation.read(topic)) {
      said.remove(record.key());
      if (record.value() != null) {
        RejectedProfile rejected =
            registry.deserializer(RejectedProfile.class).deserialize(topic, record.value());
        said.put(record.key(), rejected.getFindings().stream().map(ClaimsIT::evidence).toList());
      }
    }
    return said;
  }

  private static String evidence(Finding finding) {
    return finding.getEvidence().replaceFirst("^@[Aa]nn", "");
  }
}
