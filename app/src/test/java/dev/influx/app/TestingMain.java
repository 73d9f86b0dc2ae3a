package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A main class, in place of the real one, that tells what it was started with. */
final class TestingMain {
  private static final String MAIN =
      """
      package dev.influx.app;
      public class Main {
        public static void main(String[] args) throws Exception {
          System.out.println("args " + String.join("|", args));
          System.out.println("directory " + System.getProperty("user.dir"));
          System.out.println("pid " + ProcessHandle.current().pid());
          System.out.println("property " + System.getProperty("a.b"));
          System.out.println("collector " + java.lang.management.ManagementFactory
              .getGarbageCollectorMXBeans().get(0).getName());
          boolean archive = java.lang.management.ManagementFactory.getRuntimeMXBean()
              .getInputArguments().stream().anyMatch(
                  arg -> arg.matches("-XX:SharedArchiveFile=.*/classes-[^/]+[.]jsa"));
          System.out.println("archive " + (archive ? "used" : "none"));
          if (args.length > 0 && args[0].equals("wait")) {
            Thread.currentThread().join();
          }
          System.exit(args.length > 0 && args[0].equals("fail") ? 3 : 0);
        }
      }
      """;

  private static byte[] packed;

  private TestingMain() {}

  /** A jar with it; only the first caller has to wait for the compiler. */
  static synchronized byte[] jar(Path scratch) throws IOException {
    if (packed == null) {
      packed = packed(compiled(scratch));
    }
    return packed.clone();
  }

  private static Path compiled(Path scratch) {
    List<String> options = List.of("-d", scratch.toString());
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, options, null, List.of(new Source()))
                .call())
        .isTrue();
    return scratch.resolve("dev/influx/app/Main.class");
  }

  private static byte[] packed(Path classFile) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      jar.putNextEntry(new JarEntry("dev/influx/app/Main.class"));
      Files.copy(classFile, jar);
    }
    return bytes.toByteArray();
  }

  private static final class Source extends SimpleJavaFileObject {
    Source() {
      super(URI.create("string:///Main.java"), JavaFileObject.Kind.SOURCE);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return MAIN;
    }
  }
}
