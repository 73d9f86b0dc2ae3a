package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedsCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("influx.root"));
  private static final String HEADER = "handle,domain,source_type,evidence,fetched_at\n";
  private static final String PROPOSALS =
      "handle,domain,source_type,evidence,fetched_at,decision,sources,followers,id,also\n";
  private static final String AT = "2025-11-28T00:00:00Z";

  @TempDir private Path directory;
  private TestingShell shell;

  @BeforeEach
  void openShell() throws IOException {
    shell = new TestingShell(directory);
    Files.createDirectories(directory.resolve("lists/seeds"));
    shell.file("lists/seeds/edtech.csv", HEADER + seed("Ann", "edtech") + seed("zoe", "edtech"));
    shell.file("lists/seeds/fintech.csv", HEADER + seed("bob", "fintech"));
  }

  @Test
  void theListsOfThisCheckoutAreGood() {
    TestingShell here = new TestingShell(ROOT);

    assertThat(here.run("seeds", "check")).as("%s", here.errLines()).isEqualTo(ExitCode.OK);
    assertThat(here.out()).startsWith("lists/seeds: good, ").contains(" of 12 domains");
  }

  @Test
  void findsGoodListsGood() {
    assertThat(shell.run("seeds", "check")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).containsExactly("lists/seeds: good, 3 seeds of 2 domains");
    assertThat(shell.errLines()).isEmpty();
  }

  @Test
  void reportsEveryFaultOfEveryFileWithItsLine() throws IOException {
    shell.file("lists/seeds/fintech.csv", HEADER + seed("aNN", "fintech") + "b-b,fintec,,x,y\n");
    shell.file("mine.csv", HEADER + seed("zoe", "edtech"));
    shell.file("lists/seeds/targets.yml", "authors: 5\n");

    assertThat(shell.run("seeds", "check", "lists/seeds", "mine.csv"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines())
        .contains(
            "lists/seeds/fintech.csv:2: \"aNN\" is already listed at lists/seeds/edtech.csv:2;"
                + " keep one of the two",
            "mine.csv:2: \"zoe\" is already listed at lists/seeds/edtech.csv:3;"
                + " keep one of the two",
            "lists/seeds/targets.yml:1: authors is no mapping; write key: value lines")
        .filteredOn(line -> line.startsWith("lists/seeds/fintech.csv:3: "))
        .hasSize(5);
    assertThat(shell.outLines()).containsExactly("lists/seeds, mine.csv: cannot be used, 9 faults");
  }

  @Test
  void checksReviewedProposalsToo() throws IOException {
    Files.createDirectory(directory.resolve("lists/seeds/reviewed"));
    shell.file("lists/seeds/reviewed/may.csv", PROPOSALS + proposal("carl", "maybe"));

    assertThat(shell.run("seeds", "check")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines())
        .containsExactly(
            "lists/seeds/reviewed/may.csv:2: the decision \"maybe\" is none;"
                + " write add, refuse, or nothing yet");
  }

  @Test
  void reportsFaultsToPrograms() throws IOException {
    shell.file("mine.csv", HEADER + "b\n");

    assertThat(shell.run("seeds", "check", "mine.csv", "--format", "json"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    JsonNode checked = new ObjectMapper().readTree(shell.out());
    assertThat(checked.get("seeds").isNull()).isTrue();
    assertThat(checked.at("/faults/0/file").textValue()).isEqualTo("mine.csv");
    assertThat(checked.at("/faults/0/line").intValue()).isEqualTo(2);
  }

  @Test
  void withoutAnyListsThoseOfInfluxAreChecked(@TempDir Path elsewhere) {
    TestingShell there = new TestingShell(elsewhere);

    assertThat(there.run("seeds", "check")).isEqualTo(ExitCode.OK);
    assertThat(there.out()).startsWith("the seeds that come with influx: good, ");
  }

  @Test
  void takesThePlacesOfTheConfiguration() throws IOException {
    shell.file("mine.csv", HEADER + seed("carl", "edtech"));
    shell.file("influx.yml", "harvest:\n  seeds: [mine.csv]\n");

    assertThat(shell.run("seeds", "check")).as("%s", shell.errLines()).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).containsExactly("mine.csv: good, 1 seeds of 1 domains");
  }

  @Test
  void addsToTheListOfTheDomainInItsOrder() throws IOException {
    assertThat(add("carl", "Bea")).as("%s", shell.errLines()).isEqualTo(ExitCode.OK);

    assertThat(shell.outLines()).containsExactly("lists/seeds/edtech.csv: added 2 (carl, Bea)");
    assertThat(read("lists/seeds/edtech.csv"))
        .isEqualTo(
            HEADER
                + seed("Ann", "edtech")
                + seed("Bea", "edtech")
                + seed("carl", "edtech")
                + seed("zoe", "edtech"));
    assertThat(shell.run("seeds", "check")).isEqualTo(ExitCode.OK);
  }

  @Test
  void saysWhatItWouldAddAndAddsNothing() throws IOException {
    assertThat(add("carl", "--dry-run")).isEqualTo(ExitCode.OK);

    assertThat(shell.outLines()).containsExactly("lists/seeds/edtech.csv: would add 1 (carl)");
    assertThat(read("lists/seeds/edtech.csv")).doesNotContain("carl");
  }

  @Test
  void addsNobodyWhenSomebodyCannotBeAdded() throws IOException {
    assertThat(add("carl", "BOB", "@dan")).isEqualTo(ExitCode.CHECK_FAILED);

    assertThat(shell.errLines())
        .containsExactly(
            "handle 2: \"BOB\" is already listed at lists/seeds/fintech.csv:2; keep one of the two",
            "handle 3: the handle \"@dan\" is none; leave out the @",
            "nothing was added");
    assertThat(read("lists/seeds/edtech.csv")).doesNotContain("carl");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "carl --domain edtehc --evidence https://x.com/a|did you mean edtech?",
        "carl --domain edtech --evidence x.com/a|is no https: or file: URL",
        "carl --domain edtech --evidence https://x.com/a --source-type My|one lower-case word"
      })
  void saysWhatToDoAboutWhatIsWrong(String line, String remedy) {
    assertThat(shell.run(("seeds add " + line).split(" ", -1))).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines()).anyMatch(said -> said.contains(remedy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add|no HANDLE is named",
        "add carl|--domain and --evidence are needed: a seed has both",
        "add carl --from a.csv|HANDLE is named together with --from",
        "add --from a.csv --evidence https://x.com|--evidence is named together with --from",
        "add --from a.csv --domain edtehc|there is no domain edtehc; did you mean edtech?",
        "refresh|neither --list nor --following is named",
        "refresh --following ann|--following needs --accepted",
        "refresh --list x|--list x is no id",
        "refresh --list 1 --max-reads 0|--max-reads leaves nothing for some of 1 sources",
        "refresh --list 1 --out lists|--out lists is there",
        "refresh --list 1 --domain edtehc|did you mean edtech?"
      })
  void refusesWhatMakesNoSense(String line, String why) {
    assertThat(shell.run(("seeds " + line).split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(shell.errLines()).anyMatch(said -> said.startsWith("why: ") && said.contains(why));
  }

  @Test
  void addsThoseWhomAReviewerMarked() throws IOException {
    shell.file(
        "p.csv",
        PROPOSALS
            + proposal("carl", "add")
            + proposal("dan", "refuse")
            + proposal("eve", "")
            + proposal("fay", "add").replace(",edtech,", ",fintech,"));

    assertThat(shell.run("seeds", "add", "--from", "p.csv"))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);
    assertThat(shell.outLines())
        .containsExactly(
            "lists/seeds/edtech.csv: added 1 (carl)", "lists/seeds/fintech.csv: added 1 (fay)");
    assertThat(read("lists/seeds/edtech.csv"))
        .contains("carl,edtech,list,https://x.com/i/lists/1," + AT)
        .doesNotContain("dan", "eve");
  }

  @Test
  void aProposalWithoutADomainNeedsOne() throws IOException {
    shell.file("p.csv", PROPOSALS + proposal("carl", "add").replace(",edtech,", ",,"));

    assertThat(shell.run("seeds", "add", "--from", "p.csv")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines()).anyMatch(line -> line.startsWith("p.csv:2: the domain \"\""));
    assertThat(shell.run("seeds", "add", "--from", "p.csv", "--domain", "fintech"))
        .isEqualTo(ExitCode.OK);
    assertThat(read("lists/seeds/fintech.csv")).contains("carl,fintech,");
  }

  @Test
  void saysWhenNothingIsMarked() throws IOException {
    shell.file("p.csv", PROPOSALS + proposal("carl", ""));

    assertThat(shell.run("seeds", "add", "--from", "p.csv")).isEqualTo(ExitCode.OK);
    assertThat(shell.outLines()).containsExactly("nothing to add: no decision is add");
  }

  @Test
  void addsOnlyWhereItIsClearWhere(@TempDir Path elsewhere) {
    TestingShell there = new TestingShell(elsewhere);

    assertThat(
            there.run("seeds", "add", "a", "--domain", "edtech", "--evidence", "https://x.com/a"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(there.errLines()).contains("what to do: name the directory: --seeds DIR");
  }

  @Test
  void addsNobodyWhoIsInAnotherConfiguredList() throws IOException {
    shell.file("mine.csv", HEADER + seed("carl", "edtech"));
    shell.file("influx.yml", "harvest:\n  seeds: [mine.csv, lists/seeds]\n");

    assertThat(add("carl")).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(shell.errLines()).anyMatch(line -> line.contains("already listed at mine.csv:2"));
    assertThat(add("dan")).as("%s", shell.errLines()).isEqualTo(ExitCode.OK);
  }

  @Test
  void doesNotTakeTheUnknownForNought() throws IOException {
    assertThat(shell.run("seeds", "stats")).isEqualTo(ExitCode.OK);
    Golden.check("seeds/stats.txt", shell.out());
  }

  @Test
  void countsWhoIsInAPublishedList() throws IOException {
    shell.file("latest.jsonl", TestingPublished.list(7));

    assertThat(shell.run("seeds", "stats", "--accepted", "latest.jsonl"))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);
    Golden.check("seeds/stats-accepted.txt", shell.out());
  }

  @Test
  void countsForPrograms() throws IOException {
    shell.file("latest.jsonl", TestingPublished.list(7));

    assertThat(shell.run("seeds", "stats", "--accepted", "latest.jsonl", "--format", "json"))
        .isEqualTo(ExitCode.OK);
    Golden.check("seeds/stats-accepted.json", shell.out());
  }

  @Test
  void countsForProgramsWithNullForTheUnknown() throws IOException {
    assertThat(shell.run("seeds", "stats", "--format", "json")).isEqualTo(ExitCode.OK);

    JsonNode statistics = new ObjectMapper().readTree(shell.out());
    assertThat(statistics.at("/all/accepted").isNull()).isTrue();
    assertThat(statistics.at("/domains/0/to_min").isNull()).isTrue();
    assertThat(statistics.at("/accepted_without_domain").isNull()).isTrue();
  }

  @Test
  void countsNothingInAListThatIsCut() throws IOException {
    String list = TestingPublished.list(3);
    shell.file("latest.jsonl", list.substring(0, list.length() - 40));

    assertThat(shell.run("seeds", "stats", "--accepted", "latest.jsonl"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines()).anyMatch(line -> line.startsWith("why: line 3 is no JSON"));
  }

  @Test
  void takesOtherTargets() throws IOException {
    String targets = Files.readString(ROOT.resolve("lists/seeds/targets.yml"));
    shell.file("t.yml", targets.replace("min: 250", "min: 2"));

    assertThat(shell.run("seeds", "stats", "--targets", "t.yml")).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).containsPattern("edtech +3 +2-400 +2 +100.0 %");
    assertThat(shell.run("seeds", "stats", "--targets", "none.yml")).isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines()).contains("error: the targets cannot be used");
  }

  private ExitCode add(String... handlesAndMore) {
    String line =
        "seeds add --domain edtech --evidence https://x.com/a --fetched-at %s %s"
            .formatted(AT, String.join(" ", handlesAndMore));
    return shell.run(line.split(" ", -1));
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  private static String seed(String handle, String domain) {
    return handle + "," + domain + ",profile,https://x.com/a," + AT + "\n";
  }

  private static String proposal(String handle, String decision) {
    return "%s,edtech,list,https://x.com/i/lists/1,%s,%s,1,,12,\n".formatted(handle, AT, decision);
  }
}
