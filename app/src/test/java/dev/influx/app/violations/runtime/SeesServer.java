package dev.influx.app.violations.runtime;

import kafka.server.KafkaRaftServer;

final class SeesServer {
  void stop(KafkaRaftServer server) {
    server.shutdown();
  }
}
