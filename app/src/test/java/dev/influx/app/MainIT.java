package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as it is packaged, in a JVM of its own. */
class MainIT {
  private static final Path PACKAGED = Path.of(System.getProperty("influx.root"), "app", "target");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "--version, 0",
    "config show, 0",
    "completion bash, 0",
    "config, 2",
    "--zzz, 2",
    "config show -c http.port=x, 2"
  })
  void endsWithTheExitCodeOfTheCommand(String args, int code) throws Exception {
    try (TestingProcess influx = start(List.of(), args.split(" "))) {
      assertThat(influx.exit()).isEqualTo(code);
      assertThat(influx.outLines().isEmpty()).isEqualTo(code != 0);
      assertThat(influx.errLines().isEmpty()).isEqualTo(code == 0);
    }
  }

  /** They are what makes a start slow; see how little it takes to pull them in. */
  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "--version", "config show --origin", "completion zsh", "config shwo"})
  void answersQuestionsWithoutLoadingWhatTheWorkNeeds(String args) throws Exception {
    Path loaded = directory.resolve("classes.txt");
    try (TestingProcess influx =
        start(List.of("-Xlog:class+load:file=" + loaded), args.split(" "))) {
      influx.exit();
      assertThat(Files.readAllLines(loaded))
          .anyMatch(line -> line.contains(" picocli.CommandLine "))
          .noneMatch(line -> line.contains(" org.apache.kafka."))
          .noneMatch(line -> line.contains(" kafka."))
          .noneMatch(line -> line.contains(" org.apache.avro."))
          .noneMatch(line -> line.contains(" ch.qos.logback."))
          .noneMatch(line -> line.contains(" com.fasterxml.jackson.databind."));
    }
  }

  @Test
  void writesUtf8WhateverTheLocale() throws Exception {
    Files.writeString(directory.resolve("influx.yml"), "http: {host: \u00fc.example}");
    try (TestingProcess influx =
        start(List.of("-Dfile.encoding=US-ASCII"), "config", "show", "--format", "json")) {
      assertThat(influx.exit()).isZero();
      assertThat(influx.out()).contains("\"\u00fc.example\"");
    }
  }

  @Test
  void findsAllItsLibrariesBesideIt() throws IOException {
    try (Stream<Path> libraries = Files.list(PACKAGED.resolve("lib"))) {
      assertThat(libraries.map(file -> file.getFileName().toString().replaceFirst("-\\d.*", "")))
          .contains(
              "picocli", "kafka-clients", "influx-runtime", "influx-scorer", "influx-embedded")
          .doesNotHaveDuplicates()
          .noneMatch(name -> name.contains("junit") || name.contains("testcontainers"));
    }
  }

  private TestingProcess start(List<String> flags, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA));
    command.addAll(flags);
    String classes = PACKAGED.resolve("influx.jar") + ":" + PACKAGED.resolve("lib/*");
    command.addAll(List.of("-cp", classes, "dev.influx.app.Main"));
    command.addAll(List.of(args));
    return TestingProcess.start(directory, Map.of("LC_ALL", "C"), command);
  }
}
