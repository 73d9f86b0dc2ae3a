package dev.influx.harvester;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;

/** Watches all that is logged, down to the smallest level and in exceptions, for a secret. */
final class TestingLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final AtomicLong lines = new AtomicLong();
  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final String secret;

  private TestingLog(String secret) {
    this.secret = secret;
  }

  static TestingLog watchFor(String secret) {
    TestingLog log = new TestingLog(secret);
    log.start();
    log.root.addAppender(log);
    log.root.setLevel(Level.TRACE);
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String trace =
        event.getThrowableProxy() == null
            ? ""
            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
    String line = event.getFormattedMessage() + trace;
    lines.incrementAndGet();
    if (line.contains(secret)) {
      leaks.add(line);
    }
  }

  /** How much was logged at all: a log that is silent proves nothing. */
  long lines() {
    return lines.get();
  }

  /** What was logged with the secret in it. */
  List<String> leaks() {
    return List.copyOf(leaks);
  }

  @Override
  public void close() {
    root.setLevel(before);
    root.detachAppender(this);
    stop();
  }
}
