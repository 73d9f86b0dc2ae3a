package dev.influx.validator.audit.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.validator.audit.AuditedAuthor;
import dev.influx.validator.audit.TestingAudit;
import dev.influx.validator.audit.rates.Confusion;
import dev.influx.validator.audit.review.KnownAuthors.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelFileTest {

  @Test
  void saysWhatEachAccountIs() {
    String text =
        """
        {"id": "1", "username": "a", "label": "individual"}

        {"id": "2", "label": "organization"}
        {"id": "3", "label": "ambiguous", "why": "both"}
        """;

    assertThat(read(text))
        .isEqualTo(
            Reading.accepted(
                Map.of("1", Kind.INDIVIDUAL, "2", Kind.ORGANIZATION, "3", Kind.AMBIGUOUS)));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    String text =
        """
        {"id": "1", "label": "organisation"}
        {"label": "individual"}
        individual
        {"id": "5", "label": "individual"}
        {"id": "5", "label": "individual"}
        {"id": "6"}
        """;

    assertThat(faults(read(text)))
        .containsExactly(
            "labels:1: \"organisation\" is no label; did you mean organization?",
            "labels:2: id is missing or not 1 to 19 digits; write the id of the account",
            "labels:3: it is not valid JSON; write one object a line",
            "labels:5: the id 5 has a label on line 4; keep one of the two",
            "labels:6: \"\" is no label; known are individual, organization, ambiguous");
    assertThat(faults(read("\n")))
        .containsExactly("labels: there are no labels in it; name a file with a label a line");
    assertThat(faults(LabelFile.read("labels", new byte[] {(byte) 0xFC})))
        .containsExactly("labels: it is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void whatIsKnownIsHeldAgainstWhatTheGatesSay() {
    KnownAuthors known =
        new KnownAuthors(
            "organization",
            Map.of(
                "1", Kind.ORGANIZATION,
                "2", Kind.ORGANIZATION,
                "3", Kind.INDIVIDUAL,
                "4", Kind.INDIVIDUAL,
                "5", Kind.AMBIGUOUS,
                "6", Kind.INDIVIDUAL,
                "7", Kind.INDIVIDUAL));
    known.add(TestingAudit.author(1, "organization", "below_entry_threshold"));
    known.add(TestingAudit.author(2, "risk_spam"));
    known.add(TestingAudit.author(3, "organization"));
    known.add(TestingAudit.author(4));
    known.add(TestingAudit.author(5, "organization"));
    known.add(new AuditedAuthor("6", Instant.EPOCH, Optional.empty(), List.of()));
    known.add(TestingAudit.author(99, "organization"));

    assertThat(known.confusion()).isEqualTo(new Confusion(1, 1, 1, 1));
    assertThat(known.met(Kind.AMBIGUOUS)).isEqualTo(1);
    assertThat(known.missing()).isEqualTo(2);
  }

  @Test
  void whatWasSeenLastCounts() {
    KnownAuthors known = new KnownAuthors("organization", Map.of("1", Kind.ORGANIZATION));
    AuditedAuthor late = TestingAudit.author(1);
    AuditedAuthor early =
        new AuditedAuthor(
            "1", Instant.EPOCH, late.profile(), TestingAudit.author(1, "organization").findings());
    known.add(late);
    known.add(early);

    assertThat(known.confusion()).isEqualTo(new Confusion(0, 0, 1, 0));
  }

  private static Reading<Map<String, Kind>> read(String text) {
    return LabelFile.read("labels", text.getBytes(UTF_8));
  }

  private static List<String> faults(Reading<Map<String, Kind>> reading) {
    return reading.fold(
        labels -> List.of(), faults -> faults.stream().map(DataFault::toString).toList());
  }
}
