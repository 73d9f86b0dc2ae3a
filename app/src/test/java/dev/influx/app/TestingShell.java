package dev.influx.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** A place to run commands in, which keeps what they write. */
final class TestingShell {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();
  private final Path directory;
  private InputStream in = InputStream.nullInputStream();

  TestingShell(Path directory) {
    this.directory = directory;
  }

  TestingShell variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  TestingShell file(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
    return this;
  }

  TestingShell in(byte[] bytes) {
    in = new ByteArrayInputStream(bytes);
    return this;
  }

  ExitCode run(String... args) {
    return Influx.run(surroundings(), args);
  }

  /** With one more command than there is, in place of what may go wrong in real ones. */
  int runWith(Object command, String... args) {
    return commandLine().addSubcommand("testing", command).execute(args);
  }

  CommandLine commandLine() {
    return new Influx(new Session(surroundings(), new InfluxCommand())).commandLine();
  }

  private Surroundings surroundings() {
    return new Surroundings(
        in,
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        environment,
        directory,
        Ansi.OFF);
  }

  /** What the commands wrote to stdout, without the name of the directory they ran in. */
  String out() {
    return withoutDirectory(out.toString());
  }

  List<String> outLines() {
    return out().lines().toList();
  }

  List<String> errLines() {
    return withoutDirectory(err.toString()).lines().toList();
  }

  private String withoutDirectory(String text) {
    return directory.isAbsolute() ? text.replace(directory + "/", "") : text;
  }
}
