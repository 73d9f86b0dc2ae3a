package dev.influx.app.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.Sha256;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class LineDigestTest {

  @Test
  void isTheDigestOfTheLineWheneverItIsAskedFor() throws Exception {
    byte[] chunk = "before\nthe line\nafter".getBytes(UTF_8);
    byte[] expected = MessageDigest.getInstance("SHA-256").digest("the line".getBytes(UTF_8));

    LineDigest digest = new LineDigest(chunk, 7, 8);

    assertThat(digest.bytes()).isEqualTo(expected);
    assertThat(digest.bytes()).isEqualTo(expected);
    assertThat(digest).isEqualTo(new Sha256(expected));
    assertThat(new Sha256(expected)).isEqualTo(new LineDigest(chunk, 7, 8));
    assertThat(new LineDigest(chunk, 7, 8))
        .isEqualTo(new Sha256(expected))
        .hasSameHashCodeAs(new Sha256(expected))
        .isNotEqualTo(new LineDigest(chunk, 7, 7));
  }
}
