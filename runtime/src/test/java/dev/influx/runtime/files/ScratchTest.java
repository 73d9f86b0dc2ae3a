package dev.influx.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  @TempDir Path parent;

  @Test
  void itIsGoneWithAllThatIsInIt() throws IOException {
    Path root;
    try (Scratch scratch = Scratch.in(parent, "some")) {
      root = scratch.root();
      Files.createDirectories(scratch.resolve("a").resolve("b"));
      Files.writeString(scratch.resolve("a").resolve("b").resolve("c"), "text");
    }

    assertThat(root).doesNotExist();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void whatALinkLeadsToStays() throws IOException {
    Path kept = Files.writeString(parent.resolve("kept"), "text");
    try (Scratch scratch = Scratch.in(parent, "some")) {
      Files.createSymbolicLink(scratch.resolve("link"), kept);
    }

    assertThat(kept).hasContent("text");
  }

  @Test
  void whatIsNotThereIsDeleted() throws IOException {
    DirectoryTree.delete(parent.resolve("nothing"));

    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void aDirectoryThatIsMissingHoldsNone() {
    assertThatThrownBy(() -> Scratch.in(parent.resolve("missing"), "some"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing");
  }
}
