package dev.influx.runtime.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path directory;

  @Test
  void makesTheDirectoryAndLeavesNothingBeside() throws IOException {
    Path file = directory.resolve("a/b/file");
    WholeFile.write(file, "one".getBytes(UTF_8));
    WholeFile.write(file, "two".getBytes(UTF_8));
    assertThat(file).hasContent("two");
    assertThat(file.getParent()).isDirectoryContaining(file::equals);
    assertThat(file.getParent().toFile().list()).hasSize(1);
  }

  @Test
  void aFileThatCannotBeFinishedLeavesTheOneBefore() throws IOException {
    Path file = directory.resolve("file");
    WholeFile.write(file, "before".getBytes(UTF_8));
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write("half".getBytes(UTF_8));
                      throw new IOException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThat(file).hasContent("before");
  }
}
