package dev.influx.embedded.contract;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code java} of a JDK that is recent enough for the real registry. */
final class ModernJava {
  static final String VARIABLE = "INFLUX_JDK21";
  static final int LEAST_VERSION = 21;

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");
  private static final Pattern VERSION = Pattern.compile("\"?(\\d+).*");

  private ModernJava() {}

  static Optional<Path> find() {
    return find(Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of), INSTALLED);
  }

  /** The named one, which must do; else the one this runs on, or any that is installed. */
  static Optional<Path> find(Optional<Path> named, Path installed) {
    if (named.isPresent() && !isModern(named.get())) {
      throw new IllegalStateException(
          "%s names %s, which is no JDK %d or later"
              .formatted(VARIABLE, named.get(), LEAST_VERSION));
    }
    return Stream.concat(
            Stream.concat(named.stream(), Stream.of(Path.of(System.getProperty("java.home")))),
            children(installed).stream())
        .filter(ModernJava::isModern)
        .map(ModernJava::executable)
        .findFirst();
  }

  private static List<Path> children(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(directory)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isModern(Path home) {
    return Files.isExecutable(executable(home)) && version(home) >= LEAST_VERSION;
  }

  private static Path executable(Path home) {
    return home.resolve("bin").resolve("java");
  }

  /** As the file "release" of every JDK says; 0 when it says nothing. */
  private static int version(Path home) {
    Properties release = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    } catch (IOException e) {
      return 0;
    }
    Matcher version = VERSION.matcher(release.getProperty("JAVA_VERSION", ""));
    return version.matches() ? Integer.parseInt(version.group(1)) : 0;
  }
}
