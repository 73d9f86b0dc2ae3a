package dev.influx.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What was built, from which commit, against which Kafka. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    Properties build = build();
    String commit = build.getProperty("commit");
    return new String[] {
      "influx "
          + build.getProperty("version")
          + (commit.isBlank() ? "" : " (commit " + commit + ")"),
      "Kafka " + build.getProperty("kafka"),
      "Java " + System.getProperty("java.version")
    };
  }

  /** Of influx, and nothing else. */
  static String number() {
    return build().getProperty("version");
  }

  private static Properties build() {
    Properties build = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("build.properties")) {
      build.load(in);
      return build;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
