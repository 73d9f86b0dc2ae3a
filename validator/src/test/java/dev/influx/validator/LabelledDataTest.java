package dev.influx.validator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.schemas.Finding;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the gates are worth, measured on accounts that people have looked at. */
class LabelledDataTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path DATA = Path.of(System.getProperty("influx.shared"), "data", "dev");

  private final List<RawProfile> real = users("users.jsonl");
  private final Map<String, String> labels = labels();

  @Test
  void organisationsAreCaughtAndIndividualsAreNot() {
    List<RawProfile> organisations = labelled("organization");
    List<RawProfile> individuals = labelled("individual");
    List<String> missed = handles(organisations, author -> !has(author, "organization"));
    List<String> wronged = handles(individuals, author -> has(author, "organization"));

    show(
        "organisations caught: %d of %d, missed %s; individuals wrongly caught: %d of %d, %s"
            .formatted(
                organisations.size() - missed.size(),
                organisations.size(),
                missed,
                wronged.size(),
                individuals.size(),
                wronged));
    assertThat(organisations).hasSizeGreaterThan(30);
    assertThat(individuals).hasSizeGreaterThan(100);
    assertThat(missed.size()).isLessThanOrEqualTo(organisations.size() * 5 / 100);
    assertThat(wronged.size()).isLessThanOrEqualTo(individuals.size() / 100);
  }

  @Test
  void noLabelledIndividualIsExcludedForRiskOrAsOfficial() {
    List<RawProfile> individuals = labelled("individual");

    assertThat(
            handles(
                individuals, author -> TestingAuthors.judge(author).fold(f -> false, this::risk)))
        .isEmpty();
    assertThat(handles(individuals, author -> has(author, "official_account"))).isEmpty();
  }

  @Test
  void noRealAccountIsCalledMadeUp() {
    List<String> doubted = handles(real, author -> has(author, "inauthentic"));

    show("real accounts called inauthentic: %d of %d".formatted(doubted.size(), real.size()));
    assertThat(doubted).isEmpty();
  }

  @Test
  void everythingFabricatedIsRefusedForItself() {
    List<RawProfile> fabricated = users("fabricated.jsonl");
    List<String> passed = handles(fabricated, author -> !has(author, "inauthentic"));

    show(
        "fabricated records refused: %d of %d"
            .formatted(fabricated.size() - passed.size(), fabricated.size()));
    assertThat(fabricated).hasSize(12);
    assertThat(passed).isEmpty();
  }

  /** For those who read the output of the build. */
  private static void show(String figures) {
    System.out.println(figures);
  }

  private boolean risk(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.getCode().startsWith("risk_"));
  }

  private static boolean has(RawProfile author, String code) {
    return TestingAuthors.codes(author).contains(code);
  }

  private List<RawProfile> labelled(String label) {
    return real.stream().filter(author -> label.equals(labels.get(author.getId()))).toList();
  }

  private static List<String> handles(List<RawProfile> authors, Predicate<RawProfile> chosen) {
    return authors.stream().filter(chosen).map(a -> a.getProfile().getHandle()).toList();
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    for (JsonNode line : lines("labels.jsonl")) {
      labels.put(line.path("id").asText(), line.path("label").asText());
    }
    return labels;
  }

  private static List<RawProfile> users(String file) {
    List<RawProfile> users = new ArrayList<>();
    for (JsonNode line : lines(file)) {
      if (UserObject.read(line) instanceof UserReading.Author author) {
        users.add(TestingAuthors.observation(author.profile()).setId(author.id()).build());
      }
    }
    return users;
  }

  private static List<JsonNode> lines(String file) {
    List<JsonNode> nodes = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(DATA.resolve(file))) {
        nodes.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new IllegalStateException(file + " is needed for this test", e);
    }
    return nodes;
  }
}
