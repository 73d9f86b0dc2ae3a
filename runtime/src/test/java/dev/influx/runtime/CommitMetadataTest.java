package dev.influx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitMetadataTest {
  private static final Instant AT = Instant.ofEpochMilli(1_772_532_000_123L);

  @Test
  void readsWhatItWrote() {
    assertThat(CommitMetadata.read(CommitMetadata.of(AT))).contains(AT);
  }

  @Test
  void hasTheFormThatKafkaStreamsWrites() {
    byte[] bytes = Base64.getDecoder().decode(CommitMetadata.of(AT));

    assertThat(bytes).hasSize(9).startsWith(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "AAAA", "AgAA", "!!!!", "Av//////////"})
  void whatOthersCommitIsNotTakenForATime(String metadata) {
    assertThat(CommitMetadata.read(metadata)).isEmpty();
  }
}
