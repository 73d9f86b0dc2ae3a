package dev.influx.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTest {
  private static final DataFormat BROKER = new DataFormat("broker", 2, "4.3.1");

  @TempDir private Path temp;

  @Test
  void createsAndLabelsTheDirectory() throws Exception {
    Path directory = temp.resolve("a/b");

    try (DataDirectory data = DataDirectory.claim(directory, BROKER)) {
      assertThat(data.resolve("kafka")).isEqualTo(directory.resolve("kafka"));
      assertThat(label(directory))
          .hasContent("{\"kind\":\"broker\",\"format\":2,\"kafka\":\"4.3.1\"}");
    }
  }

  @Test
  void mayBeClaimedAgainAfterItWasGivenBack() throws Exception {
    DataDirectory.claim(temp, BROKER).close();
    DataDirectory.claim(temp, BROKER).close();

    assertThat(label(temp)).exists();
  }

  @Test
  void belongsToOneAtATime() throws Exception {
    try (DataDirectory first = DataDirectory.claim(temp, BROKER)) {
      assertThat(first.resolve(DirectoryLock.FILE)).exists();
      assertRefused(temp, "in use by process " + ProcessHandle.current().pid());
      assertRefused(temp, "in use by process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void isTheSameUnderAnotherName() throws Exception {
    Path link =
        Files.createSymbolicLink(
            temp.resolve(".link"), Files.createDirectory(temp.resolve("real")));
    try (DataDirectory first = DataDirectory.claim(temp.resolve("real"), BROKER)) {
      assertThat(first).isNotNull();
      assertRefused(link, "in use");
    }
  }

  @Test
  void leavesAloneWhatItDidNotWrite() throws Exception {
    Files.writeString(temp.resolve("thesis.tex"), "years of work");

    assertRefused(temp, "files that influx did not write, such as thesis.tex");

    assertThat(temp).isDirectoryContaining("glob:**/thesis.tex");
    assertThat(temp.toFile().list()).hasSize(1);
  }

  @Test
  void acceptsAFreshVolumeAndAClaimCutShort() throws Exception {
    Files.createDirectory(temp.resolve("lost+found"));
    Files.writeString(temp.resolve(DirectoryLock.FILE), "1");
    Files.writeString(temp.resolve("influx-data.json.new"), "{\"kind");

    DataDirectory.claim(temp, BROKER).close();

    assertThat(DataFormat.parse(Files.readString(label(temp)))).contains(BROKER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"kind":"broker","format":3,"kafka":"4.3.1"}            | it has format 3
          {"kind":"broker","format":2,"kafka":"4.4.0"}            | Kafka 4.4.0 wrote it
          {"kind":"broker","format":2,"kafka":"5.0.0-SNAPSHOT"}   | Kafka 5.0.0-SNAPSHOT wrote it
          {"kind":"broker","format":2,"kafka":"trunk"}            | Kafka trunk wrote it
          {"kind":"broker","format":2}                            | it does not say which Kafka
          {"kind":"registry","format":1}                          | data of a registry
          {"kind":"broker"}                                       | cannot be read
          {"kind":"broker","format":null,"kafka":"4.3.1"}         | cannot be read
          not json                                                | cannot be read
          null                                                    | cannot be read
          """)
  void leavesOtherVersionsAlone(String found, String reason) throws Exception {
    Files.writeString(label(temp), found);

    assertRefused(temp, reason);

    assertThat(label(temp)).hasContent(found);
    assertRefused(temp, reason);
  }

  @Test
  void leavesALabelOfBytesAlone() throws Exception {
    Files.write(label(temp), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertRefused(temp, "cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"broker\",\"format\":1,\"kafka\":\"4.3.1\"}",
        "{\"kind\":\"broker\",\"format\":2,\"kafka\":\"4.2.9\"}",
        "{\"kind\":\"broker\",\"format\":2,\"kafka\":\"3.9.0\"}",
        "{\"kind\":\"broker\",\"format\":2,\"kafka\":\"4.3.9\",\"later\":[1]}"
      })
  void takesOverOlderData(String found) throws Exception {
    Files.writeString(label(temp), found);

    DataDirectory.claim(temp, BROKER).close();

    assertThat(DataFormat.parse(Files.readString(label(temp)))).contains(BROKER);
  }

  @Test
  void saysWhenItCannotWrite() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertRefused(file, "cannot be written");
    assertRefused(file.resolve("below"), "cannot be written");
  }

  /** Stands for a directory without write permission, which root would have all the same. */
  @Test
  void saysWhenItCannotLock() throws Exception {
    Files.createDirectory(temp.resolve(DirectoryLock.FILE));

    assertRefused(temp, "cannot be written");
    assertRefused(temp, "cannot be written");
  }

  @Test
  void givesTheLockBackWhenTheLabelCannotBeWritten() throws Exception {
    Path inTheWay = Files.createDirectories(temp.resolve("influx-data.json.new/x"));
    assertRefused(temp, "cannot be written");

    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    DataDirectory.claim(temp, BROKER).close();

    assertThat(label(temp)).exists();
  }

  private static Path label(Path directory) {
    return directory.resolve("influx-data.json");
  }

  private static void assertRefused(Path directory, String reason) {
    assertThatExceptionOfType(StartRefusedException.class)
        .isThrownBy(() -> DataDirectory.claim(directory, BROKER))
        .satisfies(refused -> assertThat(refused.why()).contains(reason))
        .satisfies(refused -> assertThat(refused.remedy()).isNotBlank().doesNotContain("\n"));
  }
}
