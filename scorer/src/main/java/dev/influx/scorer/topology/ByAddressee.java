package dev.influx.scorer.topology;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Puts a pair key where the partitioner of producers puts its first half alone: what is for an
 * author arrives where the observations of that author are.
 */
final class ByAddressee implements StreamPartitioner<byte[], SpecificRecord> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte[] key, SpecificRecord value, int partitions) {
    byte[] to = Arrays.copyOf(key, PairKey.lengthOfTo(key));
    return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(to)) % partitions));
  }
}
