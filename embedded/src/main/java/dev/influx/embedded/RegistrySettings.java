package dev.influx.embedded;

import java.nio.file.Path;

/** What a registry is started with: its data directory and its port on 127.0.0.1 (0 is any). */
public record RegistrySettings(Path directory, int port) {
  private static final int LAST_PORT = 65535;

  public RegistrySettings {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
    }
  }

  /** A registry on a free port that keeps its data in this directory. */
  public static RegistrySettings in(Path directory) {
    return new RegistrySettings(directory, 0);
  }

  public RegistrySettings withPort(int other) {
    return new RegistrySettings(directory, other);
  }
}
