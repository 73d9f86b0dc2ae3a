package dev.influx.sink.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.TestingAuthors;
import dev.influx.sink.record.LineTemplate.Places;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineTemplateTest {
  private static final String KEYS =
      "\"rank_global\":7,\"rank_by_topic\":{\"x\":1},\"previous_score\":9 \"meta\":{\"score\":1,";
  private static final List<ScoredProfile> AUTHORS =
      List.of(
          TestingAuthors.full(),
          TestingAuthors.bare("5", 1.25),
          TestingAuthors.writing(KEYS, TestingAuthors.full()));

  @Test
  void aFilledTemplateIsTheLineOfTheAuthor() throws IOException {
    for (ScoredProfile author : AUTHORS) {
      assertThat(filled(author, new Places(1_234_567, 89, 901)))
          .isEqualTo(line(new RankedAuthor(author, 1_234_567, 89, Optional.of(90.1))));
      assertThat(filled(author, new Places(10, 9, Places.NOT_THERE)))
          .isEqualTo(line(new RankedAuthor(author, 10, 9)));
      assertThat(filled(author, new Places(1, 1, 0)))
          .isEqualTo(line(new RankedAuthor(author, 1, 1, Optional.of(0.0))));
    }
  }

  @Test
  void aPublishedLineGivesBackItsTemplate() {
    for (ScoredProfile author : AUTHORS) {
      byte[] published = AuthorLine.of(new RankedAuthor(author, 1_000, 77, Optional.of(100.0)));

      assertThat(LineTemplate.ofPublished(published).bytes())
          .isEqualTo(LineTemplate.of(author).bytes());
      assertThat(new String(PublishedBytes.id(published), StandardCharsets.UTF_8))
          .isEqualTo(author.getId());
      assertThat(PublishedBytes.tenths(published))
          .isEqualTo(PublishedBytes.tenths(author.getScore().getRounded()));
    }
  }

  private static String filled(ScoredProfile author, Places places) throws IOException {
    LineBuffer buffer = new LineBuffer(8);
    LineTemplate.of(author).fill(places, buffer);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    buffer.drainTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String line(RankedAuthor author) {
    return new String(AuthorLine.of(author), StandardCharsets.UTF_8) + "\n";
  }
}
