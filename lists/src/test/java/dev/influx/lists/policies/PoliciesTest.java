package dev.influx.lists.policies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoliciesTest {

  private static final Path FILES = Path.of(System.getProperty("influx.root"), "lists", "policies");

  private final Policies policies = Policies.bundled();

  @TempDir private Path directory;

  @Test
  void theProxyHasTheThresholdsOfTheList() {
    Policy m0 = policies.find("m0").orElseThrow();

    assertThat(m0.model()).isEqualTo("m0");
    assertThat(m0.entry()).isEqualTo(new EntryThresholds(30_000, 50_000));
  }

  /** Published records name this hash: if it changes, they no longer name this policy. */
  @Test
  void theHashOfTheProxyIsPinned() {
    Policy m0 = policies.find("m0").orElseThrow();

    assertThat(new String(m0.canonicalBytes(), UTF_8))
        .isEqualTo(
            "{\"description\":\"Followers and badge alone, with the entry thresholds as the only"
                + " gate.\",\"entry\":{\"min_followers\":50000,\"verified_min_followers\":30000},"
                + "\"id\":\"m0\",\"model\":\"m0\"}");
    assertThat(m0.sha256().hex())
        .isEqualTo("74145a0a91995cb40422cbbd4c1169590f17c0d2a67671207892cf5e40541b45");
  }

  @Test
  void everyPolicyFileIsBundledUnderItsId() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".yml")))
          .containsExactlyInAnyOrderElementsOf(
              Policies.BUNDLED.stream().map(id -> id + ".yml").toList());
    }
    assertThat(policies.all()).extracting(Policy::id).containsExactlyElementsOf(Policies.BUNDLED);
  }

  @Test
  void anUnknownPolicyGetsASuggestion() {
    assertThat(policies.find("mo")).isEmpty();
    assertThat(policies.suggest("mo")).isEqualTo("did you mean m0?");
    assertThat(policies.suggest("something")).isEqualTo("known are m0");
  }

  @Test
  void loadsAFileOrSaysWhyNot() throws IOException {
    Path file = Files.copy(FILES.resolve("m0.yml"), directory.resolve("copy.yml"));
    Path latin1 =
        Files.write(directory.resolve("latin1.yml"), new byte[] {'i', 'd', ':', (byte) 0xE9});
    Path missing = directory.resolve("missing.yml");

    assertThat(Policies.load(file).orElseThrow(UnableToReadPolicyException::new))
        .isEqualTo(policies.find("m0").orElseThrow());
    assertThat(faults(Policies.load(latin1)).get(0).what()).startsWith("it cannot be read");
    assertThat(faults(Policies.load(missing)).get(0).where()).isEqualTo(missing.toString());
    assertThatThrownBy(() -> Policies.load(missing).orElseThrow(UnableToReadPolicyException::new))
        .isInstanceOf(UnableToReadPolicyException.class)
        .hasMessageContaining("1 fault(s)")
        .hasMessageContaining("check the path");
  }

  @Test
  void readsBackItsCanonicalBytesAndNoOther() {
    Policy m0 = policies.find("m0").orElseThrow();
    Policy odd = Policy.of("x@2", "Quotes \" \\ and ünïcödé 𝒳 😀 #: - {", "m0", m0.entry());
    byte[] spaced = new String(m0.canonicalBytes(), UTF_8).replace(":", ": ").getBytes(UTF_8);

    assertThat(Policies.fromCanonical(m0.canonicalBytes())).isEqualTo(Reading.accepted(m0));
    assertThat(Policies.fromCanonical(odd.canonicalBytes())).isEqualTo(Reading.accepted(odd));
    assertThat(new String(odd.canonicalBytes(), UTF_8)).contains("ünïcödé 𝒳 😀");
    assertThat(faults(Policies.fromCanonical(spaced)).get(0).what())
        .isEqualTo("it is not in canonical form");
    assertThat(faults(Policies.fromCanonical(new byte[0]))).hasSize(1);
    assertThat(faults(Policies.fromCanonical(new byte[] {(byte) 0xFF}))).hasSize(1);
  }

  @Test
  void aHashIsSixtyFourDigits() {
    PolicyHash hash = PolicyHash.of("abc".getBytes(UTF_8));

    assertThat(hash)
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(hash.bytes()).hasSize(32).startsWith(0xba, 0x78);
    assertThatThrownBy(() -> new PolicyHash("BA78")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thresholdsHoldTogether() {
    assertThatThrownBy(() -> new EntryThresholds(-1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EntryThresholds(2, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EntryThresholds(0, EntryThresholds.MOST_FOLLOWERS + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<DataFault> faults(Reading<Policy> reading) {
    return reading.fold(
        policy -> {
          throw new AssertionError("accepted " + policy);
        },
        faults -> faults);
  }
}
