package dev.influx.lists.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.DataFault;
import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import dev.influx.lists.seeds.SeedAdditions.Candidate;
import dev.influx.lists.seeds.SeedAdditions.Changed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedAdditionsTest {

  private static final Path BUNDLED = Path.of(System.getProperty("influx.root"), "lists", "seeds");
  private static final String HEADER = "handle,domain,source_type,evidence,fetched_at\n";
  private static final String TAIL = ",edtech,profile,https://x.com/a,2025-11-28T00:00:00Z\n";

  @TempDir private Path directory;

  @Test
  void insertsInTheOrderOfHandlesAndLeavesAllElseAsItWas() throws IOException {
    Path list = edtech(HEADER + "Ada" + TAIL + "bob" + TAIL + "Dan" + TAIL);

    accepted("Cora", "aaron", "zoe").write();

    assertThat(list)
        .hasContent(
            HEADER
                + ("aaron" + TAIL)
                + ("Ada" + TAIL)
                + ("bob" + TAIL)
                + ("Cora" + TAIL)
                + ("Dan" + TAIL)
                + ("zoe" + TAIL).strip());
  }

  @Test
  void keepsTheOrderOfAListThatIsNotSorted() throws IOException {
    Path list = edtech(HEADER + "zoe" + TAIL + "ada" + TAIL);

    accepted("bob").write();

    assertThat(list).hasContent((HEADER + "bob" + TAIL + "zoe" + TAIL + "ada" + TAIL).strip());
  }

  @Test
  void writingABundledListAnewChangesNoByte() throws IOException {
    for (String domain : Domain.ids()) {
      Path list = BUNDLED.resolve(domain + ".csv");
      List<Seed> seeds = SeedFiles.read(list).orElseThrow(UnableToReadSeedsException::new);

      assertThat(SeedFiles.text(seeds)).isEqualTo(Files.readString(list));
      assertThat(seeds).extracting(Seed::key).isSorted();
    }
  }

  @Test
  void beginsTheListOfADomainThatHasNone() throws IOException {
    Candidate given =
        new Candidate(
            "", 0, "Ann", "fintech", "list", "https://a.example/1,2", "2026-01-02T03:04:05Z");

    SeedAdditions additions = unfold(SeedAdditions.check(directory, List.of(), List.of(given)));

    assertThat(directory).isEmptyDirectory();
    additions.write();
    assertThat(directory.resolve("fintech.csv"))
        .hasContent(HEADER + "Ann,fintech,list,\"https://a.example/1,2\",2026-01-02T03:04:05Z");
    assertThat(additions.files())
        .extracting(Changed::file)
        .containsExactly(directory.resolve("fintech.csv"));
  }

  @Test
  void refusesWhatIsThereInAnyListWhateverItsCase() throws IOException {
    Files.writeString(
        directory.resolve("others.csv"), HEADER + "Ada" + TAIL.replace("edtech", "fintech"));
    edtech(HEADER + "bob" + TAIL);

    assertThat(refused(check("aDA", "carl", "CARL")).toString())
        .contains("argument 1: \"aDA\" is already listed at " + directory + "/others.csv:2")
        .contains("argument 3: \"CARL\" is already listed at argument 2;");
  }

  @Test
  void refusesWhatIsThereInAListElsewhere() throws IOException {
    Path other = Files.writeString(directory.resolve("mine.txt"), HEADER + "bob" + TAIL);

    assertThat(
            refused(SeedAdditions.check(directory, List.of(other), List.of(candidate(1, "BOB")))))
        .extracting(DataFault::what)
        .containsExactly("\"BOB\" is already listed at " + other + ":2");
  }

  @Test
  void refusesEverythingThatIsWrongAtOnceAndWritesNothing() throws IOException {
    Path list = edtech(HEADER + "bob" + TAIL + "bad\n");
    Candidate wrong = new Candidate("argument 1", 0, "@ann", "edtec", "My", "x.com", "yesterday");

    assertThat(refused(SeedAdditions.check(directory, List.of(), List.of(wrong))))
        .extracting(DataFault::where)
        .containsExactly(
            list + ":3", "argument 1", "argument 1", "argument 1", "argument 1", "argument 1");
    assertThat(list).hasContent((HEADER + "bob" + TAIL + "bad").strip());
  }

  @Test
  void refusesEvidenceThatNoListCouldHold() {
    Candidate endless =
        new Candidate(
            "argument 1",
            0,
            "ann",
            "edtech",
            "profile",
            "https://a.example/" + "x".repeat(3_000),
            "2026-01-02T03:04:05Z");

    assertThat(refused(SeedAdditions.check(directory, List.of(), List.of(endless))))
        .extracting(DataFault::what)
        .containsExactly("the evidence is longer than 2048 characters");
  }

  @Test
  void refusesADirectoryThatIsNotThere() {
    assertThat(
            refused(
                SeedAdditions.check(
                    directory.resolve("no"), List.of(), List.of(candidate(1, "ann")))))
        .extracting(DataFault::what)
        .containsExactly("there is no such directory");
  }

  @Test
  void leavesNoDraftBehind() throws IOException {
    edtech(HEADER);

    accepted("ann").write();

    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("edtech.csv"));
    }
  }

  @Test
  void writesThroughALink() throws IOException {
    Path real = Files.writeString(directory.resolve("real.txt"), HEADER);
    Path link = Files.createSymbolicLink(directory.resolve("edtech.csv"), real);

    accepted("ann").write();

    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent((HEADER + "ann" + TAIL).strip());
  }

  private Path edtech(String text) throws IOException {
    return Files.writeString(directory.resolve("edtech.csv"), text);
  }

  private SeedAdditions accepted(String... handles) {
    return unfold(check(handles));
  }

  private Reading<SeedAdditions> check(String... handles) {
    List<String> all = Arrays.asList(handles);
    return SeedAdditions.check(
        directory,
        List.of(),
        all.stream().map(handle -> candidate(all.indexOf(handle) + 1, handle)).toList());
  }

  private static Candidate candidate(int number, String handle) {
    return new Candidate(
        "argument " + number,
        0,
        handle,
        "edtech",
        "profile",
        "https://x.com/a",
        "2025-11-28T00:00:00Z");
  }

  private static SeedAdditions unfold(Reading<SeedAdditions> reading) {
    return reading.orElseThrow(UnableToReadSeedsException::new);
  }

  private static List<DataFault> refused(Reading<SeedAdditions> reading) {
    return reading.fold(
        additions -> {
          throw new AssertionError("accepted " + additions.files());
        },
        faults -> faults);
  }
}
