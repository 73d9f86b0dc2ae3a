package dev.influx.validator.audit.review;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.DataFault;
import dev.influx.validator.audit.AuditedAuthor;
import dev.influx.validator.audit.Sample;
import dev.influx.validator.audit.Sampling;
import dev.influx.validator.audit.TestingAudit;
import dev.influx.validator.audit.rates.Confusion;
import dev.influx.validator.audit.rates.Rates;
import dev.influx.validator.audit.rates.Share;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewSheetsTest {
  private static final int LABEL = position(Column.LABEL);
  private static final int ID = position(Column.ID);

  private final ReviewSheets sheets = ReviewSheets.ofAnyPolicy();

  @Test
  void labelsAreCountedBySide() {
    sheets.add(
        "sheet", bytes(labelled(sheet(), "right", " Wrong ", "unsure", "", "", "right", "RIGHT")));

    Review review = review();

    assertThat(review.flagged()).isEqualTo(new Answers(30, 1, 1, 1, 2));
    assertThat(review.clean()).isEqualTo(new Answers(70, 2, 0, 0, 3));
    assertThat(review.policy()).isEqualTo("m2@2");
    assertThat(review.audited()).isEqualTo("any");
    assertThat(review.rates().falseDiscovery()).contains(share(1, 2));
    assertThat(review.rates().falseOmission()).contains(share(0, 2));
  }

  private static Share share(long wrong, long of) {
    return Rates.of(new Confusion(of - wrong, wrong, 0, 0)).falseDiscovery().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("dev.influx.validator.audit.review.CsvTextTest#hostile")
  void whateverAuthorsSayTheirRowsAreReadBack(String text) {
    Sampling sampling = new Sampling(TestingAudit.about("organization"), -1, 4);
    sampling.add(TestingAudit.hostile(1_234_567_890_123_456_789L, text));
    sampling.add(TestingAudit.author(7));
    List<List<String>> rows = parsed(SheetWriter.csv(sampling.sample()));

    assertThat(rows.get(1)).contains("1234567890123456789", text, "organization", "-1");
    sheets.add("sheet", bytes(SheetWriter.csv(sampling.sample())));
    assertThat(review().flagged().open()).isEqualTo(1);
  }

  @Test
  void columnsMayBeMovedAddedAndLeftOutIfTheyAreForPeople() {
    String moved =
        parsed(labelled(sheet(), "wrong")).stream()
            .map(
                row -> {
                  List<String> cells =
                      new ArrayList<>(row.subList(position(Column.STRATUM), row.size()));
                  cells.add(row.get(ID));
                  cells.add("mine");
                  return String.join(";", cells.stream().map(c -> c.replace('\n', ' ')).toList());
                })
            .reduce("", (all, row) -> all + row + "\n");

    sheets.add("sheet", bytes("\uFEFF" + moved));

    assertThat(review().flagged().wrong()).isEqualTo(1);
  }

  @Test
  void reviewersMayShareOutTheRows() {
    List<String> lines = labelled(sheet(), "right", "right", "wrong").lines().toList();
    sheets.add("one", bytes(String.join("\n", lines.subList(0, 3))));
    sheets.add("two", bytes(lines.get(0) + "\n" + String.join("\n", lines.subList(3, 11))));

    assertThat(review().flagged()).isEqualTo(new Answers(30, 2, 1, 0, 2));
  }

  @Test
  void allFaultsAreToldAtOnceWithTheirPlace() {
    List<List<String>> rows = parsed(labelled(sheet(), "rigth", "right", "no"));
    rows.get(4).set(ID, "1.23457E+18");
    rows.get(5).set(ID, "99");
    rows.get(6).set(position(Column.STRATUM), "flagged");
    rows.get(7).remove(0);
    rows.add(rows.get(2));
    rows.add(List.of("", "", ""));
    sheets.add("sheet.csv", bytes(text(rows)));

    assertThat(faults())
        .containsExactly(
            "sheet.csv:2: \"rigth\" is no label; did you mean right?",
            "sheet.csv:4: \"no\" is no label; known are right, wrong, unsure",
            "sheet.csv:5: the id \"1.23457E+18\" is not as it was written; "
                + "draw the same sample again, and copy the labels into that sheet",
            "sheet.csv:6: the row of id 99 is not as it was written: its id, stratum or audit was "
                + "changed; draw the same sample again, and copy the labels into that sheet",
            "sheet.csv:7: the row of id "
                + rows.get(6).get(ID)
                + " is not as it was written: its id, stratum or audit was "
                + "changed; draw the same sample again, and copy the labels into that sheet",
            "sheet.csv:8: 18 cells, and the first row has 19; give each column its cell",
            "sheet.csv:12: the id "
                + rows.get(2).get(ID)
                + " stands at sheet.csv:3 too; keep one of the two");
  }

  @Test
  void whatIsNoSheetIsRefused() {
    sheets.add("empty", bytes(""));
    sheets.add("head", bytes(sheet().lines().findFirst().orElseThrow()));
    sheets.add(
        "other", bytes("id,name,stratum,audited,policy,policy_sha256,seed\n1,2,3,4,5,6,7\n"));
    sheets.add("latin", "id,label\n1,\u00FC".getBytes(ISO_8859_1));

    assertThat(faults())
        .containsExactly(
            "empty: there are no authors in it; name a sheet that influx audit wrote",
            "head: there are no authors in it; name a sheet that influx audit wrote",
            "other:1: the column label is missing; keep every column that influx audit wrote",
            "other:1: the column population_flagged is missing; keep every column that influx audit"
                + " wrote",
            "other:1: the column population_clean is missing; keep every column that influx audit"
                + " wrote",
            "other:1: the column check is missing; keep every column that influx audit wrote",
            "latin: it is not UTF-8 text; save it as CSV in UTF-8");
  }

  @Test
  void sheetsOfDifferentAuditsDoNotAddUp() {
    sheets.add("one", bytes(sheet()));
    sheets.add("two", bytes(SheetWriter.csv(another())));

    assertThat(faults())
        .singleElement()
        .asString()
        .startsWith(
            "two:2: it is of another audit: any by m2@2 (abababababab), seed 1, of 1 flagged and 0"
                + " clean authors; before it: any by m2@2 (abababababab), seed 1, of 30 flagged");
  }

  private static Sample another() {
    Sampling sampling = new Sampling(TestingAudit.about(), 1, 1);
    sampling.add(TestingAudit.author(1_000, "organization"));
    return sampling.sample();
  }

  @Test
  void sheetsOfAnotherPolicyAreRefusedIfOneIsNamed() {
    ReviewSheets ofPolicy = ReviewSheets.ofPolicy("00");
    ofPolicy.add("one", bytes(sheet()));

    assertThat(ofPolicy.review().<Integer>fold(review -> 0, List::size)).isEqualTo(1);
    ReviewSheets ofThis = ReviewSheets.ofPolicy(TestingAudit.SHA256);
    ofThis.add("one", bytes(sheet()));
    assertThat(ofThis.review().<Integer>fold(review -> 0, List::size)).isZero();
  }

  @Test
  void noAuthorIsNoSheetButOneIs() {
    AuditedAuthor author = TestingAudit.author(5);
    Sampling sampling = new Sampling(TestingAudit.about(), 1, 1);
    sampling.add(author);
    sheets.add("one", bytes(labelled(SheetWriter.csv(sampling.sample()), "right")));

    assertThat(review().clean()).isEqualTo(new Answers(1, 1, 0, 0, 0));
    assertThat(review().rates().falsePositive()).isEmpty();
  }

  private Review review() {
    return sheets.review().orElseThrow(faults -> new IllegalStateException(faults.toString()));
  }

  private List<String> faults() {
    return sheets
        .review()
        .fold(review -> List.of(), faults -> faults.stream().map(DataFault::toString).toList());
  }

  /** Ten rows: five flagged of 30, five clean of 70. */
  private static String sheet() {
    return SheetWriter.csv(TestingAudit.sample(30, 70, 10));
  }

  /** The first labels go to the five who are flagged. */
  private static String labelled(String sheet, String... labels) {
    List<List<String>> rows = parsed(sheet);
    for (int i = 0; i < labels.length; i++) {
      rows.get(i + 1).set(LABEL, labels[i]);
    }
    return text(rows);
  }

  private static List<List<String>> parsed(String sheet) {
    List<List<String>> rows = new ArrayList<>();
    for (CsvText.Row row : CsvText.read(sheet)) {
      rows.add(new ArrayList<>(row.cells().stream().map(Cell::read).toList()));
    }
    return rows;
  }

  private static String text(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(CsvText.row(row.stream().map(Cell::guarded).toList())));
    return text.toString();
  }

  private static int position(Column column) {
    return Column.titles().indexOf(column.title());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
