package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that must stay as they are, until somebody decides otherwise. */
final class Golden {
  private static final Path FILES =
      Path.of(System.getProperty("influx.root"), "app/src/test/resources/golden");

  private Golden() {}

  /** Compares, or with {@code -Dinflux.golden=write} writes what is from now on right. */
  static void check(String name, String text) throws IOException {
    Path file = FILES.resolve(name);
    if (System.getProperty("influx.golden").equals("write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertThat(text)
        .as(
            "%s: if the change is wanted, write it anew with"
                + " mvn -pl app -am test -Dinflux.golden=write, and look at the diff",
            file)
        .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
  }
}
