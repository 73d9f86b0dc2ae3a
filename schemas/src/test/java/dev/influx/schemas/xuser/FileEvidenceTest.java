package dev.influx.schemas.xuser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.schemas.Availability;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.Source;
import dev.influx.schemas.SourceKind;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FileEvidenceTest {
  private static final Instant SEEN = Instant.parse("2025-11-28T00:00:00Z");
  private static final Sha256 DIGEST = new Sha256(new byte[32]);
  private static final FileEvidence LINE =
      new FileEvidence("users.jsonl", "file:///data/users.jsonl", 7, DIGEST);

  @Test
  void namesTheLineThatAnyoneCanOpen() throws IOException {
    RawProfile seen = observe("{\"id\":\"5\",\"username\":\"harbor\"}");
    assertThat(seen.getProvenance().getKind()).isEqualTo(SourceKind.IMPORT);
    assertThat(seen.getProvenance().getEndpoint()).isEqualTo("users.jsonl");
    assertThat(seen.getProvenance().getLine()).isEqualTo(7);
    assertThat(seen.getProvenance().getAnswerSha256()).isEqualTo(DIGEST);
    assertThat(seen.getSources())
        .containsExactly(new Source("file", SEEN, "file:///data/users.jsonl#L7"));
  }

  @Test
  void takesWhatPeopleAdded() throws IOException {
    RawProfile seen =
        observe(
            "{\"id\":\"5\",\"username\":\"harbor\",\"protected\":true,\"domain\":\"edtech\","
                + "\"topic_tags\":[\"a\",5,\"b\"]}");
    assertThat(seen.getAvailability()).isEqualTo(Availability.PROTECTED);
    assertThat(seen.getDomain()).isEqualTo("edtech");
    assertThat(seen.getTopicTags()).containsExactly("a", "b");
  }

  private static RawProfile observe(String json) throws IOException {
    JsonNode user = new ObjectMapper().readTree(json);
    UserReading.Author author = (UserReading.Author) UserObject.read(user);
    return LINE.observation(author, user, SEEN).build();
  }
}
