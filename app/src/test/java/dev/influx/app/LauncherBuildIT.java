package dev.influx.app;

import static dev.influx.app.TestingProcess.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code ./influx}: when it builds, and what it says when it cannot. */
class LauncherBuildIT {
  @TempDir private Path home;
  private TestingSourceTree tree;

  @BeforeEach
  void start() throws IOException {
    tree = new TestingSourceTree(home);
  }

  @Test
  void buildsOnceAndThenStartsWithoutMaven() throws Exception {
    assertThat(tree.run()).containsExactly("building influx (first time: about a minute) ...");
    assertThat(tree.run()).isEmpty();
    assertThat(tree.run("config", "show")).isEmpty();
    assertThat(tree.builds()).hasSize(1);
  }

  @Test
  void putsWhatRunsWhereTheImageTakesItFrom() throws Exception {
    Path image = tree.root().resolve("app/target/image");
    tree.write("app/target/image/lib/old.jar", "of an earlier build");
    try (TestingProcess influx = tree.start("build")) {
      assertThat(influx.exit()).isZero();
      assertThat(influx.outLines()).isEmpty();
    }
    assertThat(image.resolve("influx.jar")).hasSameBinaryContentAs(home.resolve("main.jar"));
    assertThat(image.resolve("lib")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "app/pom.xml",
        "app/src/main/java/A.java",
        "app/src/main/resources/logback.xml",
        "lists/seeds/a.csv",
        "schemas/src/main/avro/new.avsc",
        ".mvn/jvm.config",
      })
  void buildsAnewWhenSomethingItIsMadeOfChanged(String file) throws Exception {
    tree.run();
    tree.write(file, "changed");
    assertThat(tree.run()).containsExactly("building influx (its sources changed) ...");
    assertThat(tree.run()).isEmpty();
    assertThat(tree.builds()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "app/src/test/java/ATest.java",
        "app/target/classes/A.class",
        "data/latest.jsonl",
        "bench/src/main/java/B.java",
        "influx.yml",
      })
  void doesNotBuildAnewForAnythingElse(String file) throws Exception {
    tree.run();
    tree.write(file, "changed");
    assertThat(tree.run()).isEmpty();
  }

  @Test
  void buildsAnewWhenAFileIsGone() throws Exception {
    tree.run();
    Files.delete(tree.root().resolve("lists/seeds/a.csv"));
    assertThat(tree.run()).hasSize(1);
  }

  /** As when an archive is unpacked over the tree: Maven alone would not see it. */
  @Test
  void buildsAModuleFromTheGroundWhenItsNewSourcesAreOld() throws Exception {
    tree.run();
    Path other = tree.write("lists/target/classes/B.class", "of another module");
    Path stale = tree.write("app/target/classes/A.class", "stale");
    Path changed = tree.write("app/src/main/java/A.java", "class A { }");
    Files.setLastModifiedTime(changed, FileTime.from(Instant.EPOCH));
    assertThat(tree.run()).hasSize(1);
    assertThat(stale).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void doesNotBuildAnewForATouch() throws Exception {
    tree.run();
    Path source = tree.root().resolve("app/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(tree.run()).isEmpty();
  }

  @Test
  void showsWhatMavenComplainsAboutAndRunsNothing() throws Exception {
    tree.run();
    tree.write("broken", "");
    tree.write("app/src/main/java/A.java", "class A {");
    try (TestingProcess influx = tree.start()) {
      assertThat(influx.exit()).isEqualTo(1);
      assertThat(influx.outLines()).isEmpty();
      assertThat(influx.errLines())
          .containsExactly(
              "building influx (its sources changed) ...",
              "error: influx could not be built",
              "why: Maven failed",
              "[ERROR] /src/A.java:[3,4] cannot find symbol",
              "what to do: correct that; all that Maven said is in "
                  + tree.root().resolve("app/target/build.log"));
    }
    Files.delete(tree.root().resolve("broken"));
    assertThat(tree.run()).hasSize(1);
  }

  @Test
  void buildsOnceForTwoThatStartTogether() throws Exception {
    tree.closeGate();
    try (TestingProcess one = tree.start();
        TestingProcess other = tree.start()) {
      eventually()
          .until(
              () ->
                  Stream.concat(one.errLines().stream(), other.errLines().stream())
                      .anyMatch(line -> line.startsWith("waiting for another")));
      tree.openGate();
      assertThat(one.exit()).isZero();
      assertThat(other.exit()).isZero();
    }
    assertThat(tree.builds()).hasSize(1);
  }

  @Test
  void stopsMavenWhenItIsStoppedItself() throws Exception {
    tree.closeGate();
    try (TestingProcess influx = tree.start()) {
      eventually().until(() -> tree.builds().size() == 1);
      long maven = tree.maven();
      influx.signal("TERM");
      assertThat(influx.exit()).isEqualTo(130);
      eventually().until(() -> ProcessHandle.of(maven).isEmpty());
    }
  }
}
