package dev.influx.schemas.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.published.ProvenanceHash.Cited;
import dev.influx.schemas.published.ProvenanceHash.Facts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProvenanceHashTest {
  private static final Cited SOURCE =
      new Cited("list", "2025-11-01T00:00:00Z", "https://x.com/i/lists/1");
  private static final Facts FACTS =
      new Facts("12", "jack", "Jack \"J\" \uD83D\uDE80\n", "blue", 6_500_000L, List.of(SOURCE));

  /** Written by hand from the definition. */
  private static final String CANONICAL =
      """
      {"followers_count":6500000,"handle":"jack","id":"12","name":"Jack \\"J\\" \uD83D\uDE80\\n",\
      "sources":[{"evidence":"https://x.com/i/lists/1","fetched_at":"2025-11-01T00:00:00Z",\
      "method":"list"}],"verified":"blue"}""";

  @Test
  void theCanonicalFormIsTheOneOfTheDefinition() {
    assertThat(new String(ProvenanceHash.canonical(FACTS), StandardCharsets.UTF_8))
        .isEqualTo(CANONICAL);
  }

  /** The digits are those that sha256sum prints for the canonical form. */
  @Test
  void theHashIsTheOneThatOtherToolsCompute() {
    assertThat(ProvenanceHash.of(FACTS))
        .isEqualTo("105b8f555caf9ccd1549deaa88bbd92d48da464147f7b91d5ff930f44dd4ca6c");
  }

  @Test
  void whatIsNotKnownIsHashedAsNull() {
    Facts little = new Facts("12", "jack", null, "none", null, List.of());

    assertThat(new String(ProvenanceHash.canonical(little), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"followers_count\":null,\"handle\":\"jack\",\"id\":\"12\",\"name\":null,"
                + "\"sources\":[],\"verified\":\"none\"}");
  }

  @Test
  void everyFactChangesIt() {
    List<Facts> others =
        List.of(
            new Facts("13", "jack", FACTS.name(), "blue", 6_500_000L, List.of(SOURCE)),
            new Facts("12", "Jack", FACTS.name(), "blue", 6_500_000L, List.of(SOURCE)),
            new Facts("12", "jack", null, "blue", 6_500_000L, List.of(SOURCE)),
            new Facts("12", "jack", FACTS.name(), "none", 6_500_000L, List.of(SOURCE)),
            new Facts("12", "jack", FACTS.name(), "blue", 6_500_001L, List.of(SOURCE)),
            new Facts("12", "jack", FACTS.name(), "blue", 6_500_000L, List.of()),
            new Facts("12", "jack", FACTS.name(), "blue", 6_500_000L, List.of(SOURCE, SOURCE)));

    assertThat(Stream.concat(Stream.of(FACTS), others.stream()).map(ProvenanceHash::of))
        .doesNotHaveDuplicates();
  }
}
