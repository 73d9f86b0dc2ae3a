package dev.influx.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModernJavaTest {
  @TempDir private Path temp;

  @Test
  void prefersTheOneThatIsNamed() throws Exception {
    jdk("a", "25.0.1");
    Path named = jdk("b", "21");

    assertThat(ModernJava.find(Optional.of(named), temp)).contains(named.resolve("bin/java"));
  }

  @Test
  void looksForOneThatIsRecentEnough() throws Exception {
    Files.createDirectory(temp.resolve("empty"));
    jdk("old", "17.0.15");
    jdk("older", "1.8.0_400");
    Path recent = jdk("recent", "21.0.2");

    assertThat(ModernJava.find(Optional.empty(), temp))
        .isPresent()
        .get()
        .isIn(recent.resolve("bin/java"), Path.of(System.getProperty("java.home"), "bin/java"));
  }

  @Test
  void doesNotReplaceTheOneThatIsNamed() throws Exception {
    Path named = jdk("named", "17.0.15");
    jdk("recent", "21.0.2");

    assertThatIllegalStateException()
        .isThrownBy(() -> ModernJava.find(Optional.of(named), temp))
        .withMessageContaining("INFLUX_JDK21 names " + named);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = temp.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Path java = Files.createFile(home.resolve("bin/java"));
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
