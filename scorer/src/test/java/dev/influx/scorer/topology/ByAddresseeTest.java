package dev.influx.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class ByAddresseeTest {

  @Test
  void aClashArrivesWhereTheObservationsOfItsAuthorAre() {
    for (int i = 0; i < 500; i++) {
      String id = Long.toString(44_196_397L * i);
      byte[] key = new PairKey(id, "handle:ann_" + i).bytes();

      assertThat(new ByAddressee().partitions("any", key, null, 7))
          .as(id)
          .isEqualTo(
              Optional.of(
                  Set.of(
                      BuiltInPartitioner.partitionForKey(id.getBytes(StandardCharsets.UTF_8), 7))));
    }
  }

  @Test
  void aPairIsReadAsItWasWritten() {
    PairKey pair = new PairKey("created:1243973549", "44196397");

    assertThat(PairKey.in(pair.bytes())).contains(pair);
    assertThat(PairKey.in(null)).isEmpty();
    for (String text : new String[] {"", "a", "a\0", "\0a", "\0"}) {
      assertThat(PairKey.in(text.getBytes(StandardCharsets.UTF_8))).as(text).isEmpty();
    }
  }
}
