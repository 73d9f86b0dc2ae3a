package dev.influx.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateTest {
  private static final String SPACED =
      """
      { "fields" : [ { "type" : {"type":"long"}, "name" : "a", "z" : 1, "b" : 2 } ],
        "name" : "R",   "type" : "record" }
      """;
  private static final String OTHER_ORDER =
      """
      {"type":"record","name":"R","fields":[{"name":"a","type":"long","b":2,"z":1}]}
      """;

  @Test
  void isSpelledAsAvroDoes() {
    assertThat(Candidate.parse(SPACED, false).text())
        .isEqualTo(
            "{\"type\":\"record\",\"name\":\"R\","
                + "\"fields\":[{\"name\":\"a\",\"type\":\"long\",\"z\":1,\"b\":2}]}");
  }

  @Test
  void normalizedIgnoresTheOrderOfProperties() {
    String registered = Candidate.parse(SPACED, false).text();

    assertThat(Candidate.parse(OTHER_ORDER, false).is(registered)).isFalse();
    assertThat(Candidate.parse(OTHER_ORDER, true).is(registered)).isTrue();
    assertThat(Candidate.parse(OTHER_ORDER, true).text())
        .isEqualTo(Candidate.parse(SPACED, true).text());
  }

  @Test
  void normalizedKeepsEverythingThatIsSaid() {
    String rich =
        Schemas.avro(
            "{'type':'record','name':'R','namespace':'n','doc':'d','aliases':['Q'],'fields':["
                + "{'name':'e','type':{'type':'enum','name':'E','symbols':['B','A'],'default':'A'},"
                + "'default':'B','order':'ignore'},"
                + "{'name':'u','type':['null',{'type':'map','values':'E'}],'default':null},"
                + "{'name':'t','type':{'type':'long','logicalType':'timestamp-millis'}}]}");

    Candidate normalized = Candidate.parse(rich, true);

    assertThat(Candidate.reparse(normalized.text())).isEqualTo(Candidate.reparse(rich));
    assertThat(normalized.text()).contains("\"doc\":\"d\"", "\"order\":\"ignore\"", "Q");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "  ",
        "{",
        "null",
        "[]x",
        "{}",
        "\"nothing\"",
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"nothing\"}]}",
        "{\"type\":\"record\",\"name\":\"R\"}",
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\",\"default\":\"x\"}]}",
        "{\"type\":\"record\",\"name\":\"1\",\"fields\":[]}",
        "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\"A\"]}"
      })
  void mustBeASchema(String text) {
    assertRefused(text);
  }

  @Test
  void mayNotNestWithoutEnd() {
    assertRefused("{\"type\":\"array\",\"items\":".repeat(20_000) + "\"int\"" + "}".repeat(20_000));
  }

  private static void assertRefused(String text) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Candidate.parse(text, false))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_SCHEMA));
  }
}
