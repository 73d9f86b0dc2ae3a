package dev.influx.embedded.junit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.Test;

/** A second class of the same run, and parameters of methods instead of the constructor. */
class SecondWithKafkaIT {
  @Test
  @WithKafka
  void takesTheBrokerThatRuns(TestKafka kafka) throws Exception {
    SharedCluster.assertSame(kafka);
  }

  @Test
  @WithKafka
  void saysWhichTopicWasNotMade(TestKafka kafka) {
    String topic = kafka.uniquePrefix() + "twice";
    kafka.createTopic(topic, 1);

    assertThatExceptionOfType(UnableToCreateTopicException.class)
        .isThrownBy(() -> kafka.createTopic(topic, 1))
        .withMessageContaining(topic)
        .withCauseInstanceOf(TopicExistsException.class);
  }
}
