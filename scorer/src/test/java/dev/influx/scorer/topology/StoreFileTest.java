package dev.influx.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.scorer.topology.StoreFile.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {
  private static final TopicPartition LOG = new TopicPartition("log", 3);

  @TempDir private Path directory;

  @Test
  void givesBackWhatWasWrittenLast() throws IOException {
    new StoreFile(path()).write(content(7, "one"));
    new StoreFile(path()).write(content(8, "two"));

    Content read = new StoreFile(path()).read();

    assertThat(read.offsets()).containsExactly(Map.entry(LOG, 8L));
    assertThat(read.entries()).containsOnlyKeys(key());
    assertThat(read.entries().get(key())).asString(StandardCharsets.UTF_8).isEqualTo("two");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(path());
    }
  }

  @Test
  void hasNothingWhereThereIsNoFile() {
    assertThat(new StoreFile(path()).read().offsets()).isEmpty();
  }

  @Test
  void takesNothingFromAFileThatIsNotAsItWasWritten() throws IOException {
    new StoreFile(path()).write(content(7, "one"));
    byte[] whole = Files.readAllBytes(path());

    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 4;
      Files.write(path(), changed);
      assertThat(new StoreFile(path()).read().offsets()).as("byte %d changed", at).isEmpty();
      Files.write(path(), Arrays.copyOf(whole, at));
      assertThat(new StoreFile(path()).read().entries()).as("cut at %d", at).isEmpty();
    }
  }

  @Test
  void writesOnlyWhatIsNew() throws IOException {
    new StoreFile(path()).write(content(7, "one"));
    FileTime longAgo = FileTime.fromMillis(1_000);
    Files.setLastModifiedTime(path(), longAgo);
    StoreFile file = new StoreFile(path());
    file.read();

    file.write(content(7, "one"));
    assertThat(Files.getLastModifiedTime(path())).isEqualTo(longAgo);
    file.write(content(8, "one"));
    assertThat(Files.getLastModifiedTime(path())).isGreaterThan(longAgo);
  }

  @Test
  void leavesNothingOfAStoreThatDoesNotKnowItsOffset() {
    new StoreFile(path())
        .write(new Content(Map.of(), Map.of(key(), "one".getBytes(StandardCharsets.UTF_8))));

    assertThat(path()).doesNotExist();
  }

  private Path path() {
    return directory.resolve("progress.entries");
  }

  private static Bytes key() {
    return Bytes.wrap("key".getBytes(StandardCharsets.UTF_8));
  }

  private static Content content(long offset, String value) {
    return new Content(Map.of(LOG, offset), Map.of(key(), value.getBytes(StandardCharsets.UTF_8)));
  }
}
