package dev.influx.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much is logged: what went wrong, or what happens. */
public final class Logging {
  private static final String VERBOSE = "influx.verbose";

  private Logging() {}

  /** From here on shows steps and stack traces too. */
  public static void verbose() {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext context) {
      verbose(context);
    }
  }

  static void verbose(LoggerContext context) {
    context.putProperty(VERBOSE, "true");
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    context.getLogger("dev.influx").setLevel(Level.DEBUG);
  }

  static boolean isVerbose(Context context) {
    return context != null && context.getProperty(VERBOSE) != null;
  }
}
