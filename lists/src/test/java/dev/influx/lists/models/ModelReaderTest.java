package dev.influx.lists.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.DataFault;
import dev.influx.lists.canonical.CanonicalJson;
import dev.influx.lists.yaml.Faults;
import dev.influx.lists.yaml.StrictYaml;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReaderTest {

  private static final Path FILES =
      Path.of(System.getProperty("influx.root"), "lists", "policies", "models");

  private final Faults faults = Faults.in("m");

  @ParameterizedTest
  @ValueSource(strings = {"m0", "m2@1", "m2@2"})
  void whatIsReadIsWrittenInOneFormAndReadBack(String id) throws IOException {
    Model model = read(file(id)).orElseThrow();
    byte[] canonical = CanonicalJson.bytes(model);

    assertThat(model.id()).isEqualTo(id);
    assertThat(read(new String(canonical, StandardCharsets.UTF_8))).contains(model);
    assertThat(faults.all()).isEmpty();
  }

  @Test
  void layoutAndSpellingOfNumbersDoNotChangeTheForm() throws IOException {
    String other = file("m2@2").replace("0.30", "0.3").replace("300000", "300_000.0");

    assertThat(read(other)).isEqualTo(read(file("m2@2")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: m2@2|id: M2|id is \"M2\"",
        "measure: shares|measure: share|measure is \"share\"; did you mean shares?",
        "measure: shares|measure: 1|measure is not text",
        "measure: shares|mesure: shares|measure is missing",
        "measure: shares|mesure: shares|\"mesure\" is an unknown key; did you mean measure?",
        "weight: 0.50|weight: 0.55|parts have weights that sum to 1.05; let them sum to 1",
        "weight: 0.35|weight: 0.3|parts[activity].terms have weights that sum to 0.95",
        "weight: 0.7,|weight: 0.8,|parts[activity].terms[engagement].terms have weights that sum",
        "weight: 0.35|weight: -0.35|terms[engagement].weight is \"-0.35\"; write a number above 0",
        "weight: 0.35|weight: 0|terms[engagement].weight is \"0\"",
        "weight: 0.35|weight: .35|terms[engagement].weight is \".35\"",
        "weight: 0.35|weight: 35 %|terms[engagement].weight is not a number",
        "weight: 0.35|weight: .nan|terms[engagement].weight is \".nan\"",
        "weight: 0.35|weight: 0.3500000000000001|terms[engagement].weight is \"0.3500000000000001\"",
        "name: quality|name: activity|parts[activity] is there twice; give it another name",
        "name: badge|name: Badge|name is \"Badge\"",
        "name: quality|nam: quality|parts[2].name is missing",
        "kind: log_rate|kind: lograte|terms[frequency].kind is \"lograte\"; did you mean log_rate?",
        "kind: calibrated|kind: calibration|total.kind is \"calibration\"; did you mean calibrated?",
        "input: tweets_per_day|input: tweet_per_day|input is \"tweet_per_day\"; did you mean tweets_",
        "full_at: 10|full_at: 0|terms[frequency].full_at is \"0\"; write a number above 0",
        "full_at: 10|ful_at: 10|\"parts[activity].terms[frequency].ful_at\" is an unknown key; did you m",
        "steepness: 0.75|steepness: -0.75|terms[likes_given].steepness is \"-0.75\"",
        "steepness: 8|steepness: 1000000000001|terms[frequency].steepness is \"1000000000001\"",
        "full_at: 5, unknown: 0.30|full_at: 5|terms[maturity].unknown is missing",
        "full_at: 5, unknown: 0.30|full_at: 5, unknown: zero|unknown is \"zero\"; known are as_zero, no_score",
        "full_at: 5, unknown: 0.30|full_at: 5, unknown: 1.1|yields more than 1 for what is unknown",
        "blue: 15|blue: 9|terms[badge] has steps that fall; let none be the lowest",
        "none: 0|none: 6|terms[badge] has steps that fall",
        "out_of: 15|out_of: 20|terms[badge] yields up to 0.75 where shares are measured",
        "length: 0.45|length: 0.35|terms[description] yields up to 0.9 where shares are measured",
        "- co-founder|- founder|role_words[2] \"founder\" is there twice; keep one of them",
        "- co-founder|- CEO|role_words[2] \"CEO\" is never found: texts are folded first; write ceo",
        "- co-founder|- no|role_words[2] is not text",
        "- co-founder|- '-'|role_words[2] \"-\" has no letter and no digit",
        "- co-founder|- ''|role_words[2] is \"\"",
        "other_domains: 0.6|other_domains: 1.6|terms[bio].other_domains is \"1.6\"; write a number f",
        "no_bio: 0.40|nobio: 0.40|terms[bio].open.no_bio is missing; add it",
        "floor: 5|floor: 10|total has floor, knee and cap out of order; let floor < knee < cap",
        "cap: 99.9|cap: 101|total has floor, knee and cap out of order",
        "scale: 1.2|scale: -1.2|total.scale is \"-1.2\""
      })
  void refusesAndNamesThePath(String good, String bad, String message) throws IOException {
    String text = file("m2@2");
    assertThat(text).contains(good);

    assertThat(read(text.replaceFirst("\\Q" + good + "\\E", bad))).isEmpty();
    assertThat(faults.all())
        .extracting(DataFault::toString)
        .anyMatch(fault -> fault.contains(message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "offset: 25|offset: 100|terms[frequency] starts at its most; let offset be below most",
        "rounding: one_decimal|rounding: two|parts[quality].rounding is \"two\"; known are one_decimal",
        "inputs: [tweets|inputs: [twets|assumed.inputs[1] is \"twets\"; did you mean tweets?",
        "tags: [ai_core|tags: [AI_core|tags[1] \"AI_core\" is never found",
        "- machine learning|- machine*|words[13] \"machine*\" has a * that is not at the end",
        "measure: points|measure: shares|terms[followers] yields ever more where shares are measured"
      })
  void refusesInPointsToo(String good, String bad, String message) throws IOException {
    String text = file("m2@1");
    assertThat(text).contains(good);

    assertThat(read(text.replace(good, bad))).isEmpty();
    assertThat(faults.all()).extracting(DataFault::toString).anyMatch(f -> f.contains(message));
  }

  @Test
  void theReadmeKnowsEveryKindAndEveryInput() throws IOException {
    String readme = Files.readString(FILES.resolveSibling("README.md"));

    assertThat(RuleReader.KINDS.keySet())
        .allSatisfy(kind -> assertThat(readme).contains("| `" + kind + "` |"));
    assertThat(Input.values())
        .allSatisfy(input -> assertThat(readme).contains("`" + input.code() + "`"));
  }

  @Test
  void reportsTheFaultsOfAllTermsAtOnce() throws IOException {
    String bad =
        file("m2@2")
            .replace("half_at: 1500", "half_at: -1")
            .replace("kind: identity", "kind: identitty")
            .replace("weight: 0.08", "weight: 0.18")
            .replace("knee: 10", "kneee: 10")
            .replace("- advisor", "- Advisor");

    assertThat(read(bad)).isEmpty();
    assertThat(faults.all())
        .extracting(DataFault::what)
        .containsExactlyInAnyOrder(
            "parts[activity].terms[engagement].terms[media].half_at is \"-1\"",
            "parts[relevance].terms[identity].kind is \"identitty\"",
            "parts[quality].terms have weights that sum to 1.1",
            "total.knee is missing",
            "\"total.kneee\" is an unknown key",
            "parts[quality].terms[description].role_words[30] \"Advisor\" is never found: texts are"
                + " folded first");
  }

  @Test
  void anyDamageIsRefusedOrReadButNeverThrown() throws IOException {
    List<String> lines = file("m2@2").lines().toList();
    for (long seed = 0; seed < 500; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (String line : lines) {
        boolean damage = random.nextInt(40) == 0;
        text.append(damage ? damaged(line, random) : line).append('\n');
      }
      Faults found = Faults.in("m");
      boolean made =
          StrictYaml.parse(new StringReader(text.toString()), found)
              .flatMap(ModelReader::read)
              .isPresent();

      assertThat(made).as("seed %d:%n%s", seed, text).isEqualTo(found.count() == 0);
    }
  }

  private static String damaged(String line, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> line.replaceFirst("[0-9]", "-");
      case 2 -> line + line;
      default -> line.replaceFirst("[a-z]+:", "x:");
    };
  }

  private Optional<Model> read(String yaml) {
    return StrictYaml.parse(new StringReader(yaml), faults).flatMap(ModelReader::read);
  }

  private static String file(String id) throws IOException {
    return Files.readString(FILES.resolve(id + ".yml"));
  }
}
