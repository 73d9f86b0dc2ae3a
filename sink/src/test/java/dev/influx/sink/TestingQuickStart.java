package dev.influx.sink;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.rocksdb.util.Environment;

/**
 * What lets a test start hundreds of processes: the library of the index unpacked once, no logging,
 * and the classes in an archive that a new process maps instead of loading them. It takes less than
 * half of the time.
 */
final class TestingQuickStart {
  private final Path directory;
  private final List<String> options;

  private TestingQuickStart(Path directory, List<String> options) {
    this.directory = directory;
    this.options = options;
  }

  static TestingQuickStart in(Path directory) throws IOException {
    String name = Environment.getJniLibraryFileName("rocksdb");
    try (InputStream packed = Environment.class.getClassLoader().getResourceAsStream(name)) {
      Files.copy(packed, directory.resolve(name));
    }
    return new TestingQuickStart(
        directory,
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-Djava.library.path=" + directory,
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
            "-cp",
            jarsOnly(directory)));
  }

  /** Only classes in jars can be archived. */
  private static String jarsOnly(Path directory) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path part = Path.of(each);
      if (Files.isDirectory(part)) {
        jars.add(packed(part, directory.resolve(jars.size() + ".jar")).toString());
      } else if (Files.exists(part)) {
        jars.add(each);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static Path packed(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, (OutputStream) out);
      }
    }
    return jar;
  }

  private Path archive() {
    return directory.resolve("classes.jsa");
  }

  /**
   * Archives what a process has loaded that says by a byte that it is at its work. Where the
   * archive cannot be made, all is as it was, only slower.
   */
  void learnFrom(String mainClass, String argument) throws IOException, InterruptedException {
    Process process = start("-XX:ArchiveClassesAtExit=" + archive(), mainClass, argument).start();
    try {
      int unused = process.getInputStream().read();
      process.destroy();
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  ProcessBuilder command(String mainClass, String argument) {
    return start("-XX:SharedArchiveFile=" + archive(), mainClass, argument);
  }

  private ProcessBuilder start(String sharing, String mainClass, String argument) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(sharing);
    command.addAll(options);
    command.add(mainClass);
    command.add(argument);
    return new ProcessBuilder(command);
  }
}
