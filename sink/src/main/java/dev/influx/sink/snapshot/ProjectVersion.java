package dev.influx.sink.snapshot;

import dev.influx.sink.snapshot.Manifest.Generator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this release, which the build writes into a resource. */
final class ProjectVersion {
  private static final String RESOURCE = "generator.properties";

  private ProjectVersion() {}

  static Generator generator() {
    Properties properties = read();
    String commit = properties.getProperty("commit", "");
    boolean known = !commit.isBlank() && !commit.startsWith("${");
    return new Generator("influx", properties.getProperty("version"), known ? commit : null);
  }

  private static Properties read() {
    Properties properties = new Properties();
    try (InputStream in = ProjectVersion.class.getResourceAsStream(RESOURCE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " could not be read", e);
    }
    return properties;
  }
}
