package dev.influx.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.schemas.Profile;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserFileTest {
  @Test
  void everyLineIsAUserThatCanBeReadWhole() throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String line : lines(new UserFile(7, 2_000))) {
      UserReading reading = UserObject.read(json.readTree(line));
      assertThat(reading).as(line).isInstanceOf(UserReading.Author.class);
      Profile profile = ((UserReading.Author) reading).profile();
      assertThat(profile.getFollowersCount()).isNotNull();
      assertThat(profile.getCreatedAt()).isNotNull();
      assertThat(profile.getDescription()).isNotNull();
    }
  }

  @Test
  void aSeedSaysEverything() throws IOException {
    assertThat(lines(new UserFile(7, 100)))
        .isEqualTo(lines(new UserFile(7, 100)))
        .isNotEqualTo(lines(new UserFile(8, 100)))
        .hasSize(100)
        .doesNotHaveDuplicates();
  }

  @Test
  void aLineIsAsLongAsARealOne() throws IOException {
    assertThat(bytes(new UserFile(7, 2_000)).length / 2_000.0).isBetween(430.0, 530.0);
  }

  private static List<String> lines(UserFile file) throws IOException {
    return new String(bytes(file), UTF_8).lines().toList();
  }

  private static byte[] bytes(UserFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.writeTo(out);
    return out.toByteArray();
  }
}
