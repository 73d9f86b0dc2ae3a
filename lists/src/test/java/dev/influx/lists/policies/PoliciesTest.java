package dev.influx.lists.policies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.lists.DataFault;
import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import dev.influx.lists.library.Shelf;
import dev.influx.lists.policies.PolicyDiff.Change;
import dev.influx.lists.rules.Answer;
import dev.influx.lists.rules.EntryThresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    assertThat(m0.model().id()).isEqualTo("m0");
    assertThat(m0.entry().verifiedMinFollowers()).isEqualTo(30_000);
    assertThat(m0.entry().minFollowers()).isEqualTo(50_000);
  }

  @Test
  void theDefaultIsTheCalibratedModelOverAllDomains() {
    Policy policy = policies.theDefault();

    assertThat(policy.id()).isEqualTo(Policies.DEFAULT).isEqualTo("m2@2");
    assertThat(policy.model().id()).isEqualTo("m2@2");
    assertThat(policy.fallback()).isEmpty();
    assertThat(policy.domains()).extracting(Lexicon::domain).containsExactly(Domain.values());
  }

  @Test
  void theCanonicalFormHoldsWhatThePolicyOnlyNames() {
    String m0 = new String(policies.find("m0").orElseThrow().canonicalBytes(), UTF_8);

    assertThat(m0)
        .startsWith("{\"description\":\"Followers and badge alone.")
        .contains(
            "\"id\":\"m0\",\"model\":{\"description\":\"The proxy of before activity metrics"
                + " existed. Followers and badge alone.\",\"id\":\"m0\",\"measure\":\"points\","
                + "\"parts\":[{\"name\":\"reach\",\"terms\":[{\"at_least\":1,\"input\":\"followers\","
                + "\"kind\":\"decades\",\"name\":\"followers\",\"points\":20,\"unknown\":"
                + "\"no_score\",\"weight\":1,\"zero_at\":1000},{\"blue\":10,\"kind\":\"badge\","
                + "\"legacy\":5,\"name\":\"badge\",\"none\":0,\"org\":0,\"out_of\":1,\"weight\":1}],"
                + "\"weight\":1}],\"total\":{\"kind\":\"clamped\"}},\"rules\":{\"authenticity\":{")
        .contains(",\"thresholds\":{\"description\":")
        .contains("\"min_followers\":50000,\"verified_min_followers\":30000}");
  }

  @Test
  void everyFileIsBundledAndEveryPolicyUnderItsId() throws IOException {
    try (Stream<Path> files = Files.walk(FILES)) {
      assertThat(Shelf.bundled().paths())
          .containsExactlyElementsOf(
              files
                  .map(file -> FILES.relativize(file).toString())
                  .filter(name -> name.endsWith(".yml"))
                  .sorted()
                  .toList());
    }
    assertThat(policies.all())
        .extracting(Policy::id)
        .containsExactly("m0", "m0_simulated", "m2@1", "m2@2", "m2_simulated@1", "m2_simulated@2");
  }

  @Test
  void theLexiconsAreThoseOfTheSpecification() throws IOException {
    Path file = Path.of(System.getProperty("influx.shared"), "specs", "domains.json");
    JsonNode expected = new ObjectMapper().readTree(file.toFile());

    assertThat(policies.theDefault().domains())
        .allSatisfy(
            lexicon -> {
              List<String> terms = new ArrayList<>();
              expected.get(lexicon.id()).forEach(term -> terms.add(term.textValue()));
              assertThat(lexicon.terms()).as(lexicon.id()).containsExactlyElementsOf(terms);
            });
  }

  @Test
  void anUnknownPolicyGetsASuggestion() {
    assertThat(policies.find("mo")).isEmpty();
    assertThat(policies.suggest("mo")).isEqualTo("did you mean m0?");
    assertThat(policies.find("m2")).isEmpty();
    assertThat(policies.suggest("something"))
        .isEqualTo("known are m0, m0_simulated, m2@1, m2@2, m2_simulated@1, m2_simulated@2");
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
  void aNewModelVersionIsAFileBesideItsPolicy() throws IOException {
    Path file = newVersion("knee: 10", "knee: 12");

    Policy policy = Policies.load(file).orElseThrow(UnableToReadPolicyException::new);

    assertThat(policy.model().id()).isEqualTo("m2@3");
    assertThat(policy.domains()).isEqualTo(policies.theDefault().domains());
    assertThat(policy.sha256()).isNotEqualTo(policies.theDefault().sha256());
  }

  @Test
  void aFaultNamesTheFileItIsIn() throws IOException {
    Path file = newVersion("half_at: 1500", "half_at: 0");
    Path model = directory.resolve("models/m2@3.yml");

    assertThat(faults(Policies.load(file)))
        .singleElement()
        .hasToString(
            model
                + ":24: parts[activity].terms[engagement].terms[media].half_at is \"0\"; write a"
                + " number above 0, in 15 digits");
  }

  @Test
  void aModelIsCalledAsItsFile() throws IOException {
    Path file = newVersion("id: m2@3", "id: m2@4");

    assertThat(faults(Policies.load(file)))
        .singleElement()
        .matches(fault -> fault.toString().endsWith("m2@3.yml:1: id is \"m2@4\"; write m2@3"));
  }

  private Path newVersion(String before, String after) throws IOException {
    String model =
        Files.readString(FILES.resolve("models/m2@2.yml")).replace("id: m2@2", "id: m2@3");
    Files.createDirectory(directory.resolve("models"));
    Files.writeString(directory.resolve("models/m2@3.yml"), model.replace(before, after));
    String policy = Files.readString(FILES.resolve("m2@2.yml")).replace("m2@2", "m2@3");
    return Files.writeString(directory.resolve("m2@3.yml"), policy);
  }

  @Test
  void readsBackItsCanonicalBytesAndNoOther() {
    Policy m0 = policies.find("m0").orElseThrow();
    Policy odd =
        Policy.of(
            new Policy.Content(
                "x@2",
                "Quotes \" \\ and ünïcödé 𝒳 😀 #: - {",
                policies.find("m2@1").orElseThrow().model(),
                Optional.of(m0.model()),
                List.of(),
                m0.rules(),
                Optional.empty()));
    byte[] spaced = new String(m0.canonicalBytes(), UTF_8).replace("\":", "\": ").getBytes(UTF_8);

    assertThat(Policies.fromCanonical(m0.canonicalBytes())).isEqualTo(Reading.accepted(m0));
    assertThat(Policies.fromCanonical(odd.canonicalBytes())).isEqualTo(Reading.accepted(odd));
    assertThat(new String(odd.canonicalBytes(), UTF_8)).contains("ünïcödé 𝒳 😀");
    assertThat(policies.all())
        .allSatisfy(
            policy ->
                assertThat(Policies.fromCanonical(policy.canonicalBytes()))
                    .isEqualTo(Reading.accepted(policy)));
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
    assertThatThrownBy(() -> new EntryThresholds("x", "X.", -1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EntryThresholds("x", "X.", 2, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EntryThresholds("x", "X.", 0, EntryThresholds.MOST_FOLLOWERS + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyPolicyHasATwinThatLetsSimulatedAuthorsIn() {
    Policy policy = policies.find("m2@2").orElseThrow();
    Policy twin = policies.find("m2_simulated@2").orElseThrow();

    assertThat(policy.allowsSimulated()).isFalse();
    assertThat(twin.allowsSimulated()).isTrue();
    assertThat(twin).isEqualTo(policy.allowingSimulated());
    assertThat(twin.allowingSimulated()).isEqualTo(twin);
    assertThat(policies.find("m0").orElseThrow().allowingSimulated().id())
        .isEqualTo("m0_simulated");
    assertThat(PolicyDiff.between(policy, twin).changes())
        .containsExactly(
            new Change("id", Optional.of("m2@2"), Optional.of("m2_simulated@2")),
            new Change("allow_simulated", Optional.empty(), Optional.of("yes")));
  }

  @Test
  void theTwinOfTheLongestNameCanBeReadBack() {
    Policy m0 = policies.find("m0").orElseThrow();
    Policy longest =
        Policy.of(
            new Policy.Content(
                "x".repeat(32) + "@9999",
                "A name of 32 letters",
                m0.model(),
                Optional.empty(),
                List.of(),
                m0.rules(),
                Optional.of(Answer.NO)));
    Policy twin = longest.allowingSimulated();

    assertThat(longest.content().allowSimulated()).isEmpty();
    assertThat(Policies.fromCanonical(twin.canonicalBytes())).isEqualTo(Reading.accepted(twin));
  }

  @Test
  void whatHoldsAnywayIsLeftOutOfTheCanonicalForm() {
    String m0 = new String(policies.find("m0").orElseThrow().canonicalBytes(), UTF_8);
    String spelled = m0.replaceFirst("\\{", "{\"allow_simulated\":\"no\",");

    assertThat(m0).doesNotContain("allow_simulated");
    assertThat(faults(Policies.fromCanonical(spelled.getBytes(UTF_8))).get(0).what())
        .isEqualTo("it is not in canonical form");
  }

  @Test
  void aFaultOfARuleNamesTheFileItIsIn() throws IOException {
    Path rules = Files.createDirectory(directory.resolve("rules"));
    Files.writeString(
        rules.resolve("evidence@1.yml"),
        "id: evidence@1\ndescription: Mine.\nschemes: [https, HTTP]\n");
    Files.writeString(rules.resolve("identity@1.yml"), "id: identity@2\n");
    Path file = Files.copy(FILES.resolve("m0.yml"), directory.resolve("m0.yml"));

    assertThat(faults(Policies.load(file)))
        .extracting(DataFault::toString)
        .contains(
            rules.resolve("evidence@1.yml")
                + ":3: schemes[2] is \"HTTP\"; write a name such as https",
            rules.resolve("identity@1.yml") + ":1: handle is missing; add it");
  }

  private static List<DataFault> faults(Reading<Policy> reading) {
    return reading.fold(
        policy -> {
          throw new AssertionError("accepted " + policy);
        },
        faults -> faults);
  }
}
