package dev.influx.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What surrounds one run of the command.
 *
 * @param in for data
 * @param out for data
 * @param err for messages
 * @param environment its variables
 * @param directory where relative paths begin
 * @param colours whether help may be coloured
 */
record Surroundings(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Path directory,
    Ansi colours) {

  /** Writes UTF-8 whatever the locale says: data must not change with who reads it. */
  static Surroundings ofThisProcess() {
    return new Surroundings(
        new FileInputStream(FileDescriptor.in),
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        System.getenv(),
        Path.of(""),
        Ansi.AUTO);
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), UTF_8), true);
  }
}
