package dev.influx.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Leaves out what a producer tries again by itself, unless the command is verbose. The first
 * records of a transaction are often refused while the broker still ends the one before, and those
 * sent after them as out of order; whatever a producer gives up comes back as a failure.
 */
public final class TriedAgain extends Filter<ILoggingEvent> {
  private static final String SENDER = "org.apache.kafka.clients.producer.internals.Sender";
  private static final String BROKER = "kafka.server.ReplicaManager";
  private static final String OUT_OF_ORDER =
      "org.apache.kafka.common.errors.OutOfOrderSequenceException";

  @Override
  public FilterReply decide(ILoggingEvent event) {
    return !Logging.isVerbose(getContext()) && (isRetry(event) || isOutOfOrder(event))
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  private static boolean isRetry(ILoggingEvent event) {
    return event.getLoggerName().equals(SENDER)
        && event.getLevel() == Level.WARN
        && event.getMessage().contains("retrying");
  }

  private static boolean isOutOfOrder(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    return event.getLoggerName().equals(BROKER)
        && thrown != null
        && thrown.getClassName().equals(OUT_OF_ORDER);
  }
}
