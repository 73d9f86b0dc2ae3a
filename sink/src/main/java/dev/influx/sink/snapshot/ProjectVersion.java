package dev.influx.sink.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this release, which the build writes into a resource. */
final class ProjectVersion {
  private static final String RESOURCE = "generator.properties";

  private ProjectVersion() {}

  static String read() {
    Properties properties = new Properties();
    try (InputStream in = ProjectVersion.class.getResourceAsStream(RESOURCE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " could not be read", e);
    }
    return properties.getProperty("version");
  }
}
