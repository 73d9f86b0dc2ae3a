package dev.influx.app;

import static dev.influx.app.TestingProcess.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code ./influx}: what it runs, how, and what it says when it cannot. */
class LauncherRunIT {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "cksum",
          "cp",
          "cut",
          "date",
          "dirname",
          "env",
          "find",
          "flock",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sleep",
          "sort",
          "tail",
          "uniq");

  @TempDir private Path home;
  private TestingSourceTree tree;

  @BeforeEach
  void start() throws IOException {
    tree = new TestingSourceTree(home).variable("JAVA_HOME", System.getProperty("java.home"));
  }

  @Test
  void leavesAnInfluxThatRunsAlone() throws Exception {
    tree.run();
    List<Path> first = tree.kept();
    try (TestingProcess running = tree.start("wait")) {
      eventually().until(() -> running.out().contains("pid"));
      tree.write("app/src/main/java/A.java", "second");
      tree.run();
      assertThat(tree.kept()).hasSize(2).containsAll(first);
    }
    tree.write("app/src/main/java/A.java", "third");
    tree.run();
    assertThat(tree.kept()).hasSize(1).doesNotContainAnyElementsOf(first);
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void becomesTheProcessThatItStarts(String signal, int code) throws Exception {
    tree.run();
    try (TestingProcess influx = tree.start("wait")) {
      eventually().until(() -> influx.outLines().size() == 6);
      assertThat(influx.outLines()).contains("pid " + influx.pid());
      influx.signal(signal);
      assertThat(influx.exit()).isEqualTo(code);
    }
  }

  @Test
  void handsArgumentsAndExitCodesOnAsTheyAre() throws Exception {
    tree.run();
    try (TestingProcess influx = tree.start("fail", "a b", "*", "$HOME", "\"", "")) {
      assertThat(influx.exit()).isEqualTo(3);
      assertThat(influx.outLines()).contains("args fail|a b|*|$HOME|\"|");
    }
  }

  @Test
  void runsInTheDirectoryOfTheCallerThroughAnyLink() throws Exception {
    Path elsewhere = Files.createDirectories(home.resolve("else where")).toRealPath();
    Path near = Files.createSymbolicLink(home.resolve("near"), Path.of("a tree", "influx"));
    Path far = Files.createSymbolicLink(elsewhere.resolve("far"), near);
    try (TestingProcess influx = tree.startIn(elsewhere, far, "x")) {
      assertThat(influx.exit()).isZero();
      assertThat(influx.outLines()).contains("args x", "directory " + elsewhere);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'',                             config, property null, collector Copy",
    "'',                             run,    property null, collector PS MarkSweep",
    "-Da.b=c -Xmx64m,                config, property c,    collector Copy",
    "-XX:+UseParallelGC,             config, property null, collector PS MarkSweep",
  })
  void setsFlagsOfJavaAndTakesMore(String options, String arg, String property, String collector)
      throws Exception {
    tree.variable("INFLUX_JAVA_OPTS", options);
    tree.run();
    try (TestingProcess influx = tree.start(arg)) {
      assertThat(influx.exit()).isZero();
      assertThat(influx.outLines()).contains(property, collector);
    }
  }

  @Test
  void startsWithTheClassesThatAPartWroteDownWhenItEnded() throws Exception {
    assertThat(outOf("config")).contains("archive none");
    assertThat(outOf("scorer", "run")).contains("archive none");
    assertThat(archives()).anyMatch(name -> name.matches("classes-\\d[^/]+\\.jsa\\.\\d+"));

    assertThat(outOf("config")).contains("archive used");
    assertThat(outOf("scorer", "run")).contains("archive used");
    assertThat(archives()).anyMatch(name -> name.matches("classes-\\d[^/]+\\.jsa"));
  }

  @Test
  void keepsWhatAnEvaluationNeedsApart() throws Exception {
    assertThat(outOf("evaluate", "x")).contains("archive used", "collector Copy");
    assertThat(outOf("config")).contains("archive none");
    assertThat(archives()).singleElement(STRING).matches("classes-evaluate-[^/]+\\.jsa");
  }

  @Test
  void leavesArchivesToWhoNamesOne() throws Exception {
    tree.variable("INFLUX_JAVA_OPTS", "-XX:SharedArchiveFile=" + home.resolve("own.jsa"));
    assertThat(outOf("scorer", "run")).contains("archive none");
    assertThat(archives()).isEmpty();
  }

  private List<String> outOf(String... args) throws Exception {
    try (TestingProcess influx = tree.start(args)) {
      assertThat(influx.exit()).isZero();
      assertThat(influx.errLines()).noneMatch(line -> line.contains("warning"));
      return influx.outLines();
    }
  }

  private List<String> archives() throws IOException {
    try (Stream<Path> files = Files.list(tree.kept().get(0))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains(".jsa"))
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"17.0.15, true", "21, true", "1.8.0_292, false", "11.0.2, false", "16.0.1, false"})
  void looksAtTheVersionOfJavaBeforeItBuilds(String version, boolean goodEnough) throws Exception {
    Path jdk = home.resolve("jdk");
    Path java =
        TestingSourceTree.script(
            jdk.resolve("bin/java"),
            "#!/bin/bash\n[[ $1 != -version ]] || echo 'openjdk version \""
                + version
                + "\"' >&2\n");
    tree.variable("JAVA_HOME", jdk.toString());
    assertVersion(java, version, goodEnough);
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    TestingSourceTree.script(java, "#!/bin/bash\n[[ $1 != -version ]]\n");
    assertVersion(java, version, goodEnough);
    assertThat(tree.builds()).hasSize(goodEnough ? 1 : 0);
  }

  private void assertVersion(Path java, String version, boolean goodEnough) throws Exception {
    try (TestingProcess influx = tree.start()) {
      assertThat(influx.exit()).isEqualTo(goodEnough ? 0 : 1);
      if (!goodEnough) {
        assertThat(influx.errLines())
            .containsExactly(
                "error: Java is too old",
                "why: " + java + " is version " + version,
                "what to do: install a JDK of version 17 or later, or set JAVA_HOME to one");
      }
    }
  }

  @Test
  void saysWhenThereIsNoJava() throws Exception {
    tree.without("JAVA_HOME").path(toolsOnly());
    try (TestingProcess influx = tree.start()) {
      assertThat(influx.exit()).isEqualTo(1);
      assertThat(influx.errLines())
          .containsExactly(
              "error: Java was not found",
              "why: it is not on the PATH, and JAVA_HOME is not set",
              "what to do: install a JDK of version 17 or later, or set JAVA_HOME to one");
    }
    tree.variable("JAVA_HOME", "/nowhere");
    try (TestingProcess influx = tree.start()) {
      assertThat(influx.exit()).isEqualTo(1);
      assertThat(influx.errLines()).contains("why: there is no bin/java in JAVA_HOME, /nowhere");
    }
  }

  @Test
  void saysWhenThereIsNoMaven() throws Exception {
    tree.path(toolsOnly());
    try (TestingProcess influx = tree.start()) {
      assertThat(influx.exit()).isEqualTo(1);
      assertThat(influx.errLines())
          .containsExactly(
              "error: influx cannot be built",
              "why: Maven (mvn) is not on the PATH",
              "what to do: install Maven 3.8 or later");
    }
  }

  @Test
  void runsWhatIsInstalledBesideItWithoutBuilding() throws Exception {
    Path installed = Files.createDirectories(home.resolve("opt/influx"));
    Files.copy(tree.root().resolve("influx"), installed.resolve("influx"));
    Files.copy(home.resolve("main.jar"), installed.resolve("influx.jar"));
    try (TestingProcess influx = tree.startIn(home, installed.resolve("influx"), "x")) {
      assertThat(influx.exit()).isZero();
      assertThat(influx.outLines()).contains("args x");
    }
    try (TestingProcess influx = tree.startIn(home, installed.resolve("influx"), "build")) {
      assertThat(influx.exit()).isEqualTo(1);
      assertThat(influx.errLines())
          .containsExactly(
              "error: there is nothing to build",
              "why: this is no source tree",
              "what to do: use it as it is");
    }
    assertThat(tree.builds()).isEmpty();
  }

  /** A directory with what the script itself needs, and with neither Java nor Maven. */
  private String toolsOnly() throws IOException {
    Path tools = Files.createDirectories(home.resolve("tools"));
    for (String tool : TOOLS) {
      Path found =
          Stream.of("/usr/bin", "/bin")
              .map(directory -> Path.of(directory, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(tools.resolve(tool), found);
    }
    return tools.toString();
  }
}
