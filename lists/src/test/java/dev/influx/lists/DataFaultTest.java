package dev.influx.lists;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DataFaultTest {

  @Test
  void aFaultIsOneLineThatNamesPlaceReasonAndRemedy() {
    assertThat(new DataFault("a.csv", 7, "it is wrong", "mend it"))
        .hasToString("a.csv:7: it is wrong; mend it");
    assertThat(new DataFault("a.csv", 0, "it is wrong", "mend it"))
        .hasToString("a.csv: it is wrong; mend it");
  }

  @Test
  void aQuotedValueCannotBreakOrReorderTheLine() {
    assertThat(DataFault.quote("a\nb\u0000\u001b[31m\u202Ec"))
        .isEqualTo("\"a\\u000ab\\u0000\\u001b[31m\\u202ec\"");
    assertThat(DataFault.quote("𝒳 مرحبا")).isEqualTo("\"𝒳 مرحبا\"");
    assertThat(DataFault.quote("\uD800")).isEqualTo("\"\\ud800\"");
  }

  @Test
  void aLongValueIsCut() {
    assertThat(DataFault.quote("x".repeat(61))).isEqualTo("\"" + "x".repeat(60) + "...\"");
    assertThat(DataFault.quote("x".repeat(60))).isEqualTo("\"" + "x".repeat(60) + "\"");
  }
}
