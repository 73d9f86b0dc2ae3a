package dev.influx.app;

import org.slf4j.LoggerFactory;

/** Where the JVM begins, and the only place that ends it. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // The default handler would print what logging takes the tokens out of.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) ->
            LoggerFactory.getLogger(Main.class).error("thread {} died", thread.getName(), failure));
    System.exit(Influx.run(Surroundings.ofThisProcess(), args).code());
  }
}
