package dev.influx.sink;

import dev.influx.runtime.KafkaConnection;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.sink.files.Retention;
import dev.influx.sink.snapshot.Limits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sink in a process of its own, so that it can be killed. */
final class TestingSinkProcess {
  private TestingSinkProcess() {}

  static Process start(TestingAcceptedTopic topic, Path directory, Path log) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TestingSinkProcess.class.getName(),
                topic.connection().bootstrapServers(),
                topic.registry().url(),
                topic.topics().prefix(),
                directory.toString()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Runs until it is killed, or until its parent, which holds the other end of its input, ends. */
  public static void main(String[] args) throws IOException {
    Registry registry = Registry.at(args[1], Map.of());
    try (registry;
        InputStream parent = System.in;
        RunningSink sink =
            Sink.start(
                settings(Path.of(args[3]), args[2]),
                KafkaConnection.to(args[0]),
                registry,
                new Topics(args[2]),
                new SimpleMeterRegistry(),
                Clock.systemUTC())) {
      while (parent.read() >= 0) {
        sink.health();
      }
    }
  }

  /** Any number of authors may go between two snapshots: more do while a sink is not there. */
  static SinkSettings settings(Path directory, String prefix) {
    Limits none = new Limits(0, Optional.empty(), Optional.empty(), Optional.empty());
    Publishing often =
        new Publishing(Duration.ofMillis(20), Long.MAX_VALUE, none, Retention.DEFAULT);
    return new SinkSettings(directory, often, prefix + "influx-sink", author -> Optional.empty());
  }
}
