package dev.influx.runtime;

import java.util.Optional;

/** A topic of the catalogue as the cluster has it; no partitions when it is not there. */
public record TopicState(String topic, Optional<Integer> partitions) {}
