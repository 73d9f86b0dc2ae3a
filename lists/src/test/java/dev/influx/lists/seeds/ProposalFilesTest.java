package dev.influx.lists.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.DataFault;
import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import dev.influx.lists.seeds.Proposal.Decision;
import dev.influx.lists.seeds.Proposal.Reviewed;
import dev.influx.lists.seeds.SeedAdditions.Candidate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalFilesTest {

  private static final Instant SEEN = Instant.parse("2026-03-03T10:00:00Z");
  private static final Proposal FULL =
      new Proposal(
          "1502203340000000017",
          "Harbor_Signal",
          Optional.of(Domain.CLIMATE_TECH),
          "list",
          List.of(URI.create("https://x.com/i/lists/1"), URI.create("https://x.com/a/following")),
          SEEN,
          OptionalLong.of(48_211),
          Decision.OPEN);
  private static final Proposal BARE =
      new Proposal(
          "12",
          "quiet",
          Optional.empty(),
          "following",
          List.of(URI.create("https://x.com/a/following")),
          SEEN,
          OptionalLong.empty(),
          Decision.OPEN);
  private static final String ROW = "quiet,,following,https://x.com/a/following,";

  @TempDir private Path directory;

  @Test
  void writesWhatReviewersReadWithUnknownLeftEmpty() {
    assertThat(ProposalFiles.text(List.of(FULL, BARE)))
        .isEqualTo(
            """
            handle,domain,source_type,evidence,fetched_at,decision,sources,followers,id,also
            Harbor_Signal,climate_tech,list,https://x.com/i/lists/1,2026-03-03T10:00:00Z,,2,48211,\
            1502203340000000017,https://x.com/a/following
            quiet,,following,https://x.com/a/following,2026-03-03T10:00:00Z,,1,,12,
            """);
  }

  @Test
  void readsBackWhatItWrites() throws IOException {
    Path file = directory.resolve("p.csv");
    ProposalFiles.write(file, List.of(FULL, BARE));

    assertThat(accepted(ProposalFiles.read(List.of(file))))
        .containsExactly(
            new Reviewed(file.toString(), 2, FULL), new Reviewed(file.toString(), 3, BARE));
  }

  @Test
  void readsDecisions() throws IOException {
    write("a.csv", ProposalFiles.text(List.of(FULL)).replace("Z,,2", "Z,add,2"));
    write("b.csv", ProposalFiles.text(List.of(BARE)).replace("Z,,1", "Z,refuse ,1"));
    write("notes.txt", "none");

    assertThat(accepted(ProposalFiles.read(List.of(directory))))
        .extracting(reviewed -> reviewed.proposal().decision())
        .containsExactly(Decision.ADD, Decision.REFUSE);
  }

  @Test
  void becomesACandidateWithItsFirstEvidence() {
    Candidate candidate = new Reviewed("p.csv", 7, FULL).candidate(Optional.of(Domain.EDTECH));

    assertThat(candidate)
        .isEqualTo(
            new Candidate(
                "p.csv",
                7,
                "Harbor_Signal",
                "climate_tech",
                "list",
                "https://x.com/i/lists/1",
                "2026-03-03T10:00:00Z"));
    assertThat(new Reviewed("p.csv", 8, BARE).candidate(Optional.of(Domain.EDTECH)).domain())
        .isEqualTo("edtech");
    assertThat(new Reviewed("p.csv", 8, BARE).candidate(Optional.empty()).domain()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ROW + "2026-03-03T10:00:00Z,yes,1,,12,|write add, refuse, or nothing yet",
        ROW + "2026-03-03T10:00:00Z,,1,,1.5E+18,|import the column as text",
        ROW + "2026-03-03T10:00:00Z,,,,12,|the sources \"\" is no number",
        ROW + "2026-03-03T10:00:00Z,,1,many,12,|the followers \"many\" is no number",
        ROW + "2026-03-03T10:00:00Z,,2,,12,x.com|is no https: or file: URL",
        ROW + "03.03.2026,,1,,12,|is no instant",
        "q-t,edtec,List,none,x,x,x,x,x,x|did you mean edtech?",
        ROW + "2026-03-03T10:00:00Z|5 column(s) instead of 10"
      })
  void refusesARowAndSaysWhereAndWhatToDo(String row, String message) throws IOException {
    Path file = write("p.csv", ProposalFiles.text(List.of(BARE)) + row + "\n");

    assertThat(refused(file))
        .isNotEmpty()
        .allMatch(fault -> fault.where().equals(file + ":3"))
        .anyMatch(fault -> fault.toString().contains(message));
  }

  @Test
  void refusesWhatIsNoFileOfProposals() throws IOException {
    Path seeds = write("s.csv", "handle,domain,source_type,evidence,fetched_at\n");

    assertThat(refused(seeds).toString()).contains("the first line must be handle,domain");
    assertThat(refused(directory.resolve("none.csv")).toString()).contains("cannot be read");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static List<Reviewed> accepted(Reading<List<Reviewed>> reading) {
    return reading.orElseThrow(UnableToReadSeedsException::new);
  }

  private static List<DataFault> refused(Path file) {
    return ProposalFiles.read(List.of(file))
        .fold(
            proposals -> {
              throw new AssertionError("accepted " + proposals);
            },
            faults -> faults);
  }
}
