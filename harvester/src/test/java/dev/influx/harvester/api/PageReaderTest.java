package dev.influx.harvester.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.influx.harvester.api.Page.Problem;
import dev.influx.harvester.api.Page.User;
import dev.influx.runtime.Secret;
import dev.influx.schemas.Sha256;
import dev.influx.schemas.xuser.UserReading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageReaderTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void cutsUsersOutByteForByte() throws IOException {
    String ada =
        "{ \"id\":\"1\" ,\n\t\"username\":\"Ada\", \"name\":\"A\\u0064a \u2693 \ud83c\udf0d\"}";
    String bob = "{\"username\":\"bob\",\"id\":\"2\",\"new_key\":[1.50,{\"deep\":null}]}";

    Page page = read("\n{\"meta\":{\"a\":[1]}, \"data\" :[ " + ada + ",\r\n " + bob + " ] }\n");

    assertThat(page.users()).extracting(user -> text(user.raw())).containsExactly(ada, bob);
    assertThat(page.users())
        .extracting(User::id)
        .containsExactly(Optional.of("1"), Optional.of("2"));
    assertThat(page.users())
        .extracting(User::handle)
        .containsExactly(Optional.of("Ada"), Optional.of("bob"));
  }

  @Test
  void cutsOutWhateverFormAUserHas() throws IOException {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<String> users = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(5); i++) {
        users.add(randomUser(random, i));
      }
      String space = " \n\t".substring(random.nextInt(3));

      Page page = read("{" + space + "\"data\":[" + String.join(space + ",", users) + "]}" + space);

      assertThat(page.users())
          .as("seed %d", seed)
          .extracting(user -> text(user.raw()))
          .containsExactlyElementsOf(users);
    }
  }

  private static String randomUser(Random random, int id) throws IOException {
    ObjectNode user = MAPPER.createObjectNode().put("id", Integer.toString(id));
    int[] codePoints =
        random.ints(30, 0x20, 0x1F9FF).filter(c -> c < 0xD800 || c > 0xDFFF).toArray();
    user.put("description", new String(codePoints, 0, codePoints.length) + "\"}],\\\n");
    user.putObject("public_metrics").put("followers_count", random.nextLong() >>> 1);
    user.put("username", "user_" + id);
    return random.nextBoolean()
        ? MAPPER.writeValueAsString(user)
        : MAPPER.writer(new DefaultPrettyPrinter()).writeValueAsString(user);
  }

  @Test
  void readsASingleUser() throws IOException {
    assertThat(read("{\"data\":{\"id\":\"1\",\"username\":\"ada\"}}").users()).hasSize(1);
  }

  @Test
  void keepsAUserItCannotReadWithWhatItCouldTell() throws IOException {
    User user =
        read("{\"data\":[{\"id\":\"1\",\"username\":\"ada\",\"created_at\":\"never\"}]}")
            .users()
            .get(0);

    assertThat(user.handle()).contains("ada");
    assertThat(user.reading()).isInstanceOf(UserReading.Unreadable.class);
  }

  @Test
  void readsProblemsWithAnyOfTheirMembersMissing() throws IOException {
    Page page =
        read(
            """
            {"errors":[{"value":"x","detail":"User has been suspended: [x].","title":"Forbidden",
            "resource_type":"user","parameter":"usernames","resource_id":"x","type":"t"},
            {"message":"gone","value":17},{}]}""");

    assertThat(page.users()).isEmpty();
    assertThat(page.problems()).hasSize(3);
    assertThat(page.problems().get(0).title()).contains("Forbidden");
    assertThat(page.problems().get(1).detail()).contains("gone");
    assertThat(page.problems().get(1).value()).contains("17");
    assertThat(page.problems().get(2))
        .isEqualTo(
            new Problem(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void masksTokensInProblems() throws IOException {
    Page page = read("{\"errors\":[{\"detail\":\"sent Bearer canary\",\"title\":\"canary\"}]}");

    assertThat(page.problems().toString()).doesNotContain("canary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html>Service Unavailable</html>",
        "{\"data\":[{\"id\":\"1\",\"username\":\"a",
        "{\"data\":[{\"id\":\"1\",\"username\":\"ada\"}]",
        "{\"data\":[{\"id\":\"1\",\"username\":\"ada\"}]} {}",
        "{\"data\":[17]}",
        "{\"data\":\"none\"}"
      })
  void refusesWhatIsNotOneWholeAnswer(String body) {
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(body));
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] body = "{\"data\":[{\"id\":\"1\",\"username\":\"a?\"}]}".getBytes(UTF_8);
    body[new String(body, UTF_8).indexOf('?')] = (byte) 0xFF;

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(Body.of(body)));
  }

  @Test
  void refusesHostileNesting() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read("{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));
  }

  private static Page read(String body) throws IOException {
    return read(Body.of(body.getBytes(UTF_8)));
  }

  private static Page read(Body body) throws IOException {
    Page.Evidence evidence =
        new Page.Evidence(
            "GET /2/users/by",
            Optional.empty(),
            new Sha256(new byte[32]),
            Optional.empty(),
            Instant.EPOCH);
    return PageReader.read(body, evidence, new Redaction(Secret.of("canary")));
  }

  private static String text(ByteBuffer bytes) {
    return UTF_8.decode(bytes.duplicate()).toString();
  }
}
