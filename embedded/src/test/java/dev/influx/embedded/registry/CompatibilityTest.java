package dev.influx.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {
  private static final String SUBJECT = "s";
  private final Catalogue catalogue = new Catalogue();

  /**
   * The last version in force is the second; a field without default cannot be read from data that
   * lacks it, and one that is gone must have had a default for old readers.
   */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # level,             adds required, removes required, back to first
          NONE,                true,          true,             true
          BACKWARD,            false,         true,             true
          FORWARD,             true,          false,            false
          FULL,                false,         false,            false
          BACKWARD_TRANSITIVE, false,         false,            true
          FORWARD_TRANSITIVE,  true,          false,            false
          FULL_TRANSITIVE,     false,         false,            false
          """)
  void knowsTheDirections(
      CompatibilityLevel level, boolean adds, boolean removes, boolean backToFirst) {
    catalogue.levels().set(SUBJECT, level);
    given(Schemas.A);
    assertThat(allows(Schemas.A_REQUIRED_B)).isEqualTo(adds);
    assertThat(allows(Schemas.A_OPTIONAL_B)).isTrue();

    given(Schemas.A_REQUIRED_B);
    assertThat(allows(Schemas.record("{'name':'b','type':'string'}"))).isEqualTo(removes);
    assertThat(allows(Schemas.A)).isEqualTo(backToFirst);
  }

  /** Each step is allowed, the two together are not. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          BACKWARD,            true
          BACKWARD_TRANSITIVE, false
          FORWARD,             true
          FORWARD_TRANSITIVE,  true
          FULL,                true
          FULL_TRANSITIVE,     false
          """)
  void looksFurtherBackWhenTransitive(CompatibilityLevel level, boolean allowed) {
    catalogue.levels().set(SUBJECT, level);
    given(Schemas.A);
    given(Schemas.A_OPTIONAL_B);

    assertThat(allows(Schemas.A_REQUIRED_B)).isEqualTo(allowed);
  }

  @Test
  void looksFurtherBackForOldReadersToo() {
    given(Schemas.record("{'name':'a','type':'long'}"));
    given(Schemas.record("{'name':'a','type':'long','default':0}"));
    String without = Schemas.record("{'name':'b','type':'long','default':0}");

    catalogue.levels().set(SUBJECT, CompatibilityLevel.FORWARD);
    assertThat(allows(without)).isTrue();
    catalogue.levels().set(SUBJECT, CompatibilityLevel.FORWARD_TRANSITIVE);
    assertThat(allows(without)).isFalse();
  }

  @Test
  void saysWhereAndWhy() {
    catalogue.levels().set(SUBJECT, CompatibilityLevel.FULL_TRANSITIVE);
    given(Schemas.A);

    assertThat(problems(Schemas.A_REQUIRED_B))
        .singleElement()
        .asString()
        .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "cannot read version 1", "/fields/1");
    assertThat(problems(Schemas.A_AS_TEXT))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("cannot read version 1"))
        .anyMatch(problem -> problem.contains("cannot be read by version 1"))
        .allMatch(problem -> problem.contains("TYPE_MISMATCH"));
  }

  @Test
  void followsTheLevelInForce() {
    given(Schemas.A);
    assertThat(allows(Schemas.A_REQUIRED_B)).as("BACKWARD is the first level").isFalse();

    catalogue.levels().set(Subject.GLOBAL, CompatibilityLevel.FORWARD);
    assertThat(allows(Schemas.A_REQUIRED_B)).isTrue();

    catalogue.levels().set(SUBJECT, CompatibilityLevel.FULL);
    assertThat(allows(Schemas.A_REQUIRED_B)).isFalse();

    catalogue.levels().clear(SUBJECT);
    assertThat(allows(Schemas.A_REQUIRED_B)).isTrue();
  }

  private void given(String schema) {
    int number = catalogue.subject(SUBJECT).map(Subject::nextNumber).orElse(1);
    catalogue.add(SUBJECT, new Version(number, catalogue.idFor(schema), false), schema);
  }

  private boolean allows(String schema) {
    return problems(schema).isEmpty();
  }

  private List<String> problems(String schema) {
    return Compatibility.problems(
        catalogue,
        SUBJECT,
        Candidate.reparse(schema),
        catalogue.subject(SUBJECT).orElseThrow().live());
  }
}
