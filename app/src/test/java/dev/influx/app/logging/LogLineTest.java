package dev.influx.app.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Log lines as {@code logback.xml} makes them. */
class LogLineTest {
  private static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAMLheAAAAAAA0";

  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Logger log = context.getLogger("dev.influx.harvester.Harvester");

  @BeforeEach
  void start() throws JoranException {
    context.setMDCAdapter(new LogbackMDCAdapter());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(LogLineTest.class.getResource("/logback.xml"));
    ConsoleAppender<ILoggingEvent> stderr =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
    assertThat(stderr.getTarget()).isEqualTo("System.err");
    stderr.setOutputStream(written);
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void hasTimeLevelPartAndMessage() {
    log.warn("asked for {} users in vain", 100);
    assertThat(lines())
        .singleElement()
        .asString()
        .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  Harvester: asked for 100 users in vain");
  }

  @Test
  void leavesOutWhatIsTriedAgainUnlessVerbose() {
    Logger sender = context.getLogger("org.apache.kafka.clients.producer.internals.Sender");
    Logger broker = context.getLogger("kafka.server.ReplicaManager");
    Runnable trouble =
        () -> {
          sender.warn("Got error on {}, retrying ({} attempts left)", "raw-0", 7);
          broker.error("append failed", new OutOfOrderSequenceException("6, expected 0"));
        };
    trouble.run();
    assertThat(lines()).isEmpty();
    sender.error("gave up");
    broker.error("append failed", new KafkaStorageException("no disk"));
    assertThat(lines()).hasSize(2);

    Logging.verbose(context);
    trouble.run();
    assertThat(written.toString(UTF_8)).contains("raw-0", "6, expected 0");
  }

  @Test
  void isOneLineWhateverTheMessage() {
    log.warn("first\n  second\r\nthird", new IllegalStateException("x", new IOException("a\nb")));
    assertThat(lines())
        .singleElement()
        .asString()
        .endsWith("Harvester: first | second | third (IOException: a | b)");
  }

  @Test
  void isFollowedByTheTraceWhenVerbose() {
    Logging.verbose(context);
    log.warn("it broke", new IllegalStateException("outer", new IOException("inner")));
    assertThat(lines().get(0)).endsWith("Harvester: it broke");
    assertThat(lines().get(1)).isEqualTo("java.lang.IllegalStateException: outer");
    assertThat(lines()).anyMatch(line -> line.equals("Caused by: java.io.IOException: inner"));
  }

  @Test
  void isWrittenFromWarningsOnAndFromStepsOnWhenVerbose() {
    log.info("not shown");
    assertThat(lines()).isEmpty();
    Logging.verbose(context);
    log.debug("shown");
    assertThat(lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.kafka.clients.NetworkClient",
        "org.apache.kafka.clients.producer.ProducerConfig",
        "kafka.server.KafkaRaftServer",
        "org.apache.kafka.raft.KafkaRaftClient",
      })
  void isNotWrittenForWhatKafkaRepeats(String logger) {
    context.getLogger(logger).warn("Connection to node -1 could not be established");
    Logging.verbose(context);
    context.getLogger(logger).warn("Connection to node -1 could not be established");
    assertThat(lines()).isEmpty();
    context.getLogger(logger).error("It is over");
    assertThat(lines()).hasSize(1);
  }

  @Test
  void showsNoTokenWhereverItComesFrom() {
    IOException inner = new IOException("401 for Bearer hush-hush-42");
    IllegalStateException outer = new IllegalStateException("sent " + TOKEN, inner);
    outer.addSuppressed(new IOException("and " + TOKEN));
    log.warn("header {} is {}", "Authorization", "Bearer hush-hush-42");
    log.warn("asked with " + TOKEN, outer);
    Logging.verbose(context);
    log.warn("asked with {}", TOKEN, outer);
    assertThat(lines())
        .hasSizeGreaterThan(5)
        .noneMatch(line -> line.contains("hush") || line.contains(TOKEN))
        .anyMatch(line -> line.contains("Authorization is Bearer ***"));
  }

  private List<String> lines() {
    return written.toString(UTF_8).lines().toList();
  }
}
