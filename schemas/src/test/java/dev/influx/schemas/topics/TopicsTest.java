package dev.influx.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
  @Test
  void theCatalogueIsTheOneThatTheDesignNames() {
    assertThat(new Topics("influx.").catalogue(4).stream().map(TopicSpec::describe))
        .containsExactly(
            "influx.profiles.raw partitions=4 {cleanup.policy=delete, message.timestamp.type=CreateTime, retention.bytes=-1, retention.ms=-1}",
            "influx.profiles.accepted partitions=4 {cleanup.policy=compact}",
            "influx.profiles.rejected partitions=4 {cleanup.policy=compact}",
            "influx.profiles.dead partitions=4 {cleanup.policy=delete, retention.ms=2592000000}",
            "influx.policies partitions=1 {cleanup.policy=compact}",
            "influx.harvest.outcomes partitions=4 {cleanup.policy=compact}",
            "influx.scorer.claims partitions=4 {cleanup.policy=compact, delete.retention.ms=2592000000}",
            "influx.scorer.clashes partitions=4 {cleanup.policy=compact, delete.retention.ms=2592000000}",
            "influx.compliance partitions=1 {cleanup.policy=compact}",
            "influx.audit partitions=1 {cleanup.policy=delete, message.timestamp.type=CreateTime, retention.bytes=-1, retention.ms=-1}");
  }

  @Test
  void aReplayReadsTheSameObservationsAndWritesToTopicsOfItsOwn() {
    Topics shadow = new Topics("influx.").shadow("one");

    assertThat(shadow.raw()).isEqualTo("influx.profiles.raw");
    assertThat(shadow.replayed(4))
        .extracting(TopicSpec::name)
        .containsExactly(
            "influx.replay.one.profiles.accepted",
            "influx.replay.one.profiles.rejected",
            "influx.replay.one.profiles.dead",
            "influx.replay.one.scorer.claims",
            "influx.replay.one.scorer.clashes");
  }

  @Test
  void everyTopicButTheDeadLettersHasASchema() {
    assertThat(new Topics("").catalogue(1))
        .filteredOn(topic -> topic.valueSchema().isEmpty())
        .extracting(TopicSpec::name)
        .containsExactly("profiles.dead");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "über.", "a/b", "a,b"})
  void aPrefixThatKafkaWouldRefuseIsRefusedAtOnce(String prefix) {
    assertThatThrownBy(() -> new Topics(prefix)).isInstanceOf(IllegalArgumentException.class);
  }
}
