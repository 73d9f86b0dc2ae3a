package dev.influx.app.violations.monitor.lag;

import org.apache.kafka.common.utils.Bytes;

final class KnowsKafka {
  int length(Bytes bytes) {
    return bytes.get().length;
  }
}
