package dev.influx.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.schemas.Contribution;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.UnableToReachRegistryException;
import dev.influx.sink.ChangeReader.Judgements;
import dev.influx.sink.record.LineTemplate;
import dev.influx.sink.snapshot.AuthorChange;
import dev.influx.sink.snapshot.AuthorChange.Doubtful;
import dev.influx.sink.snapshot.AuthorChange.Refused;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.AuthorChange.Withdrawn;
import dev.influx.sink.snapshot.Candidate.Cause;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

class ChangeReaderTest {
  private static final Topics TOPICS = new Topics("test.");
  private static final ScoredProfile ANN = TestingAuthors.bare("1", 10);

  @Test
  void aValueIsAnAuthorAndNoValueIsAWithdrawal() {
    assertThat(read("1", new byte[1], (topic, bytes) -> ANN)).isEqualTo(new Upserted(ANN));
    assertThat(read("1", null, (topic, bytes) -> ANN)).isEqualTo(new Withdrawn("1"));
  }

  @Test
  void whatIsNotPublishedIsNotInTheLineThatIsKept() {
    Score explained =
        Score.newBuilder(ANN.getScore())
            .setContributions(List.of(new Contribution("reach.followers", 10.0)))
            .build();
    ScoredProfile author = ScoredProfile.newBuilder(ANN).setScore(explained).build();

    assertThat(read("1", new byte[1], (topic, bytes) -> author))
        .isInstanceOfSatisfying(
            Upserted.class, change -> assertThat(change.line()).isEqualTo(LineTemplate.of(ANN)));
  }

  @Test
  void whatCannotBeReadSaysWhereItStands() {
    Deserializer<ScoredProfile> refusing =
        (topic, bytes) -> {
          throw new SerializationException("garbled");
        };

    assertThat(read("1", new byte[1], refusing))
        .isEqualTo(new Doubtful("1", Cause.UNREADABLE, "accepted-2 offset 40", "garbled"));
  }

  @Test
  void anAuthorUnderTheKeyOfAnotherIsNotBelieved() {
    assertThat(read("2", new byte[1], (topic, bytes) -> ANN))
        .isEqualTo(
            new Doubtful(
                "2",
                Cause.UNREADABLE,
                "accepted-2 offset 40",
                "its key is not the id of its author"));
  }

  @Test
  void aRegistryThatIsAwaySaysNothingOfTheRecord() {
    Deserializer<ScoredProfile> waiting =
        (topic, bytes) -> {
          throw new UnableToReachRegistryException("no answer", null);
        };

    assertThatThrownBy(() -> read("1", new byte[1], waiting))
        .isInstanceOf(UnableToReachRegistryException.class);
  }

  @Test
  void whoIsRejectedIsSoForEachReasonOnce() {
    RejectedProfile twice = TestingAuthors.rejected("1", "is_org", "too_few_followers", "is_org");

    assertThat(readRejected(new byte[1], (topic, bytes) -> twice))
        .isEqualTo(
            new Refused("1", Optional.of("07".repeat(32)), List.of("is_org", "too_few_followers")));
    assertThat(readRejected(null, (topic, bytes) -> twice)).isEqualTo(Refused.noLonger("1"));
  }

  @Test
  void aRejectionThatCannotBeReadIsCountedAndHoldsNothingBack() {
    Deserializer<RejectedProfile> refusing =
        (topic, bytes) -> {
          throw new SerializationException("garbled");
        };

    assertThat(readRejected(new byte[1], refusing))
        .isEqualTo(new Refused("1", Optional.empty(), List.of("unreadable")));
  }

  private static AuthorChange read(String key, byte[] value, Deserializer<ScoredProfile> profiles) {
    return reader(new Judgements(profiles, (topic, bytes) -> null, "http://registry"))
        .read(new ConsumerRecord<>("accepted", 2, 40, key, value));
  }

  private static AuthorChange readRejected(byte[] value, Deserializer<RejectedProfile> profiles) {
    return reader(new Judgements((topic, bytes) -> null, profiles, "http://registry"))
        .read(new ConsumerRecord<>(TOPICS.rejected(), 2, 40, "1", value));
  }

  private static ChangeReader reader(Judgements judgements) {
    return new ChangeReader(TOPICS, judgements, author -> Optional.empty());
  }
}
