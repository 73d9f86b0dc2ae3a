package dev.influx.lists.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.policies.PolicyDiff.Change;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyDiffTest {
  private final Policy policy = Policies.bundled().theDefault();

  @Test
  void isEmptyForTheSameContent() {
    assertThat(PolicyDiff.between(policy, changed("", "")).changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "\"min_followers\":50000, \"min_followers\":60000, rules.thresholds.min_followers, 50000, 60000",
    "\"full_at\":10, \"full_at\":12, model.parts[activity].terms[frequency].full_at, 10, 12",
    "'\"agi\",', '', domains[ai_research].terms, agi, ",
    "'\"agi\",', '\"agi\",\"agi2\",', domains[ai_research].terms, , agi2"
  })
  void namesTheValue(String old, String replacement, String path, String before, String after) {
    Policy other = changed(old, replacement == null ? "" : replacement);

    assertThat(PolicyDiff.between(policy, other).changes())
        .containsExactly(new Change(path, Optional.ofNullable(before), Optional.ofNullable(after)));
  }

  @Test
  void tellsOfAnotherOrderBecauseTheHashDoes() {
    List<Change> changes =
        PolicyDiff.between(policy, changed("\"agi\",\"llm\"", "\"llm\",\"agi\"")).changes();

    assertThat(changes)
        .singleElement()
        .extracting(Change::path)
        .isEqualTo("domains[ai_research].terms");
    assertThat(changes.get(0).before().orElseThrow()).contains("agi, llm");
    assertThat(changes.get(0).after().orElseThrow()).contains("llm, agi");
  }

  @Test
  void tellsBothWaysOfWhatOnlyOneHas() {
    Policy m0 = Policies.bundled().find("m0").orElseThrow();

    List<Change> there = PolicyDiff.between(m0, policy).changes();
    List<Change> back = PolicyDiff.between(policy, m0).changes();

    assertThat(there).anyMatch(change -> change.before().isEmpty());
    assertThat(back)
        .extracting(change -> turned(change))
        .containsExactlyInAnyOrderElementsOf(there);
  }

  private static Change turned(Change change) {
    Optional<String> before = change.after();
    Optional<String> after = change.before();
    return new Change(change.path(), before, after);
  }

  private Policy changed(String old, String replacement) {
    String before = new String(policy.canonicalBytes(), StandardCharsets.UTF_8);
    assertThat(before).contains(old);
    String after = before.replaceFirst(Pattern.quote(old), replacement);
    return Policies.fromCanonical(after.getBytes(StandardCharsets.UTF_8))
        .orElseThrow(faults -> new IllegalStateException(faults.toString()));
  }
}
