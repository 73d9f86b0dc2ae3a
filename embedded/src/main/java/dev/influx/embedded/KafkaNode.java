package dev.influx.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * One Kafka node, broker and controller in one, made from the same parts as {@link KafkaRaftServer}
 * makes it: that class offers neither our sockets nor our handling of fatal faults.
 */
final class KafkaNode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);
  private static final Duration CONTROLLED_SHUTDOWN = Duration.ofSeconds(2);
  private static final Duration CATCHING_UP = Duration.ofSeconds(20);

  private final SharedServer shared;
  private final BrokerServer broker;
  private final ControllerServer controller;

  private KafkaNode(SharedServer shared, BootstrapMetadata bootstrap) {
    this.shared = shared;
    broker = new BrokerServer(shared);
    controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), bootstrap);
  }

  /** Gives an empty directory a cluster id and the features of this Kafka version. */
  static void format(Path directory) throws Exception {
    if (Files.exists(directory.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setNodeId(NodeProperties.NODE_ID)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(directory.toString())
          .setMetadataLogDirectory(directory.toString())
          .setControllerListenerName(NodeProperties.CONTROLLER)
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setPrintStream(nowhere)
          .run();
    }
  }

  static KafkaNode assemble(Properties properties, ListeningSockets sockets, FatalFaults faults) {
    KafkaConfig config = KafkaConfig.fromProps(properties, false);
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> formatted =
        KafkaRaftServer.initializeLogDirs(config, LOG, "");
    SharedServer shared =
        new SharedServer(
            config,
            formatted._1(),
            Time.SYSTEM,
            Server.initializeMetrics(config, Time.SYSTEM, formatted._1().clusterId().orElseThrow()),
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            QuorumConfig.parseBootstrapServers(config.quorumConfig().bootstrapServers()),
            faults,
            sockets);
    return new KafkaNode(shared, formatted._2());
  }

  String clusterId() {
    return shared.clusterId();
  }

  /** The controller first: the broker registers with it. */
  void start() throws InterruptedException, ExecutionException, TimeoutException {
    controller.startup();
    PreviousRun.end(shared.loader(), controller.controller(), CATCHING_UP);
    broker.startup();
  }

  /** The broker first: it hands over its partitions through the controller. */
  @Override
  public void close() {
    try {
      broker.shutdown(CONTROLLED_SHUTDOWN);
      broker.awaitShutdown();
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }
}
