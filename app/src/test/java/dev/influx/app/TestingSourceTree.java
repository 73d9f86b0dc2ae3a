package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A tiny source tree with the real launcher in it, and a stand-in for Maven on the PATH: it notes
 * that it was called and puts a main class where the launcher asks for it. Unless a test wants a
 * real one, there is a stand-in for Java too.
 */
final class TestingSourceTree {
  /** Fails while there is a file {@code broken}; waits while there is a pipe {@code gate}. */
  private static final String MAVEN =
      """
      #!/bin/bash
      echo "$*" >> "$CALLS"
      echo $$ > "$CALLS.pid"
      [[ ! -p gate ]] || read -r < gate
      if [[ -f broken ]]; then
        echo '[ERROR] /src/A.java:[3,4] cannot find symbol'
        echo '[ERROR] -> [Help 1]'
        exit 1
      fi
      for arg; do
        case $arg in -Dinflux.dist=*) dist=${arg#*=} ;; esac
      done
      mkdir -p "$dist/lib" app/target/classes lists/target/classes
      cp "$JAR" app/target/influx.jar
      """;

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();

  TestingSourceTree(Path home) throws IOException {
    this.home = home;
    Path launcher = Path.of(System.getProperty("influx.root"), "influx");
    Files.createDirectories(root());
    Files.copy(launcher, root().resolve("influx"));
    write("pom.xml", "<project/>");
    write("app/pom.xml", "<project/>");
    write("app/src/main/java/A.java", "class A {}");
    write("lists/pom.xml", "<project/>");
    write("lists/seeds/a.csv", "handle");
    script(home.resolve("bin/mvn"), MAVEN);
    Files.write(home.resolve("main.jar"), TestingMain.jar(home));
    environment.put("CALLS", home.resolve("calls").toString());
    environment.put("JAR", home.resolve("main.jar").toString());
    script(home.resolve("java/bin/java"), "#!/bin/bash\nprintf 'java %s\\n' \"$@\"\n");
    Files.writeString(home.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");
    environment.put("JAVA_HOME", home.resolve("java").toString());
    path(home.resolve("bin") + ":" + System.getenv("PATH"));
  }

  Path root() {
    return home.resolve("a tree");
  }

  TestingSourceTree path(String path) {
    return variable("PATH", path);
  }

  TestingSourceTree variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  TestingSourceTree without(String variable) {
    environment.remove(variable);
    return this;
  }

  Path write(String name, String text) throws IOException {
    Path file = root().resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  TestingProcess start(String... args) throws IOException {
    return startIn(home, root().resolve("influx"), args);
  }

  TestingProcess startIn(Path directory, Path launcher, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(args));
    return TestingProcess.start(directory, environment, command);
  }

  /** Runs to a good end, and returns what was said on the way. */
  List<String> run(String... args) throws IOException, InterruptedException {
    try (TestingProcess influx = start(args)) {
      assertThat(influx.exit()).as("stderr: %s", influx.errLines()).isZero();
      return influx.errLines();
    }
  }

  /** How often Maven was asked to build. */
  List<String> builds() throws IOException {
    Path calls = home.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  long maven() throws IOException {
    return Long.parseLong(Files.readString(home.resolve("calls.pid")).strip());
  }

  /** The directories that are there to run from. */
  List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(root().resolve("app/target/run"))) {
      return files.filter(Files::isDirectory).toList();
    }
  }

  void closeGate() throws IOException, InterruptedException {
    new ProcessBuilder("mkfifo", root().resolve("gate").toString()).start().waitFor();
  }

  void openGate() throws IOException {
    Files.writeString(root().resolve("gate"), "go\n");
  }
}
