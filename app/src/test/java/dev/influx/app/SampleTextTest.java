package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.validator.audit.AuditedAuthor;
import dev.influx.validator.audit.Question;
import dev.influx.validator.audit.Sample;
import dev.influx.validator.audit.Sampling;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SampleTextTest {

  @Test
  void coloursOnlyWhatInfluxItselfSays() {
    assertThat(new SampleText(sample("@|red no markup|@"), true).lines())
        .contains(
            "\u001b[33mflagged\u001b[39m\u001b[0m  @a  @|red no markup|@",
            "    \u001b[1morganization\u001b[21m\u001b[0m  rule");
    assertThat(String.join("", new SampleText(sample("a"), false).lines()))
        .doesNotContain("\u001b");
  }

  private static Sample sample(String name) {
    Sampling sampling = new Sampling(new Question("m2@2", "ab", new TreeSet<>()), 1, 10);
    Profile profile = Profile.newBuilder().setHandle("a").setName(name).build();
    Finding finding = new Finding("organization", "rule", "because");
    sampling.add(new AuditedAuthor("1", Instant.EPOCH, Optional.of(profile), List.of(finding)));
    return sampling.sample();
  }

  @Test
  void textsAreWrappedBetweenWordsAndNeverWithinACharacter() {
    assertThat(Shown.wrapped("a ".repeat(60), "  "))
        .containsExactly("  " + "a ".repeat(39).strip(), "  " + "a ".repeat(21).strip());
    String emoji = "\uD83D\uDE00".repeat(60);
    assertThat(Shown.wrapped("x" + emoji, ""))
        .hasSize(2)
        .allMatch(line -> line.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    assertThat(Shown.wrapped(" \n", "  ")).isEmpty();
  }

  @Test
  void whatCannotBeSeenIsNamedAndFamiliesStayTogether() {
    assertThat(Shown.line("a\u200Bb\u202Ec\r\nd\te\u0000f \uD83D\uDC69\u200D\uD83D\uDC67"))
        .isEqualTo("a<U+200B>b<U+202E>c d e f \uD83D\uDC69\u200D\uD83D\uDC67");
  }
}
