package dev.influx.app.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One event as one line; the stack trace follows only when the command is verbose. */
public final class LogLine extends LayoutBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  @Override
  public String doLayout(ILoggingEvent event) {
    String line =
        "%s %-5s %s: %s"
            .formatted(
                TIME.format(Instant.ofEpochMilli(event.getTimeStamp())),
                event.getLevel(),
                lastPart(event.getLoggerName()),
                oneLine(event.getFormattedMessage()));
    return Redaction.of(line + failure(event.getThrowableProxy())) + CoreConstants.LINE_SEPARATOR;
  }

  private String failure(IThrowableProxy thrown) {
    if (thrown == null) {
      return "";
    }
    return Logging.isVerbose(getContext())
        ? CoreConstants.LINE_SEPARATOR + ThrowableProxyUtil.asString(thrown).stripTrailing()
        : " (" + oneLine(reason(thrown)) + ")";
  }

  /** The first failure of a chain is the one that a person can do something about. */
  private static String reason(IThrowableProxy thrown) {
    IThrowableProxy first = thrown;
    while (first.getCause() != null && first.getCause() != first) {
      first = first.getCause();
    }
    String message = first.getMessage() == null ? "" : ": " + first.getMessage();
    return lastPart(first.getClassName()) + message;
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String oneLine(String text) {
    return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " | ");
  }
}
