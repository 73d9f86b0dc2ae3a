package dev.influx.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The Kafka settings of the one node that is both broker and controller. */
final class NodeProperties {
  static final int NODE_ID = 1;
  static final String CLIENTS = "CLIENTS";
  static final String CONTROLLER = "CONTROLLER";

  static final Map<String, String> SINGLE_NODE =
      Map.ofEntries(
          // topics are made on purpose, by those who know their settings
          Map.entry("auto.create.topics.enable", "false"),
          // one node cannot keep the copies that the defaults ask for, and would wait for ever
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          // fewer files to open at start and to close at the end
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("share.coordinator.state.topic.num.partitions", "4"),
          // nobody else will join: no group has to wait for more members
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
          // a dead client is noticed as fast as it asks for, and its transaction ended soon after
          Map.entry("group.min.session.timeout.ms", "1000"),
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
          // a data directory may lie untouched for months, and must then continue where it stopped
          Map.entry("offsets.retention.minutes", "5256000"),
          // else a node whose parts do not come up is waited for without end
          Map.entry("server.max.startup.time.ms", "30000"),
          Map.entry("log.cleaner.threads", "1"),
          Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("background.threads", "2"),
          Map.entry("group.coordinator.threads", "1"));

  private NodeProperties() {}

  static Properties of(BrokerSettings settings, Path logDirectory, ListeningSockets sockets) {
    Properties properties = new Properties();
    properties.putAll(SINGLE_NODE);
    properties.putAll(settings.overrides());
    properties.putAll(identity(logDirectory, sockets));
    return properties;
  }

  private static Map<String, String> identity(Path logDirectory, ListeningSockets sockets) {
    String clients = CLIENTS + "://" + sockets.clients();
    String controller = sockets.controller();
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(NODE_ID),
        "listeners",
        clients + "," + CONTROLLER + "://" + controller,
        "advertised.listeners",
        clients,
        "listener.security.protocol.map",
        CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
        "inter.broker.listener.name",
        CLIENTS,
        "controller.listener.names",
        CONTROLLER,
        "controller.quorum.voters",
        NODE_ID + "@" + controller,
        "log.dirs",
        logDirectory.toString());
  }
}
