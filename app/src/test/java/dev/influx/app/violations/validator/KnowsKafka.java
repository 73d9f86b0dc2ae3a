package dev.influx.app.violations.validator;

import org.apache.kafka.common.utils.Bytes;

final class KnowsKafka {
  int length(Bytes bytes) {
    return bytes.get().length;
  }
}
