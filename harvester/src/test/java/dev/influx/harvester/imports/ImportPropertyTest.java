package dev.influx.harvester.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to a file, exactly its users come out, or fewer and the rest in quarantine. */
class ImportPropertyTest {
  private static final int FILES = 500;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> WRAPPERS =
      List.of("data", "results", "response", "user", "output", "result");

  @Test
  void findsExactlyTheUsersInWhateverEnvelopes() throws JsonProcessingException {
    for (long seed = 0; seed < FILES; seed++) {
      Written file = new Written(new Random(seed));
      TestingTaker taken = TestingTaker.of(file.bytes());
      assertThat(taken.ids()).as("seed %d", seed).isEqualTo(file.ids);
      assertThat(taken.complaints()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void makesNobodyUpWhateverIsBroken() throws JsonProcessingException {
    for (long seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      byte[] broken = broken(new Written(random).bytes(), random);
      String text = new String(broken, ISO_8859_1);
      TestingTaker taken = TestingTaker.of(broken);
      assertThat(taken.ids()).as("seed %d", seed).allMatch(id -> text.contains(id));
      assertThat(taken.counts().published()).as("seed %d", seed).isEqualTo(taken.users().size());
      assertThat(taken.counts().allNotFound())
          .as("seed %d", seed)
          .isEqualTo(taken.missing().size());
      assertThat(taken.counts().allQuarantined())
          .as("seed %d", seed)
          .isEqualTo(taken.dead().size());
    }
  }

  @Test
  void losesOnlyTheLinesThatAreBroken() throws JsonProcessingException {
    for (long seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      List<String> whole = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      int broken = 0;
      for (int line = random.nextInt(20); line >= 0; line--) {
        Written one = new Written(random, 1);
        String user = JSON.writeValueAsString(one.user());
        boolean cut = random.nextInt(4) == 0;
        text.append(cut ? user.substring(0, 1 + random.nextInt(user.length() - 1)) : user);
        text.append('\n');
        broken += cut ? 1 : 0;
        whole.addAll(cut ? List.of() : one.ids);
      }
      TestingTaker taken = TestingTaker.of(text.toString());
      assertThat(taken.ids()).as("seed %d", seed).isEqualTo(whole);
      assertThat(taken.dead()).as("seed %d", seed).hasSize(broken);
    }
  }

  /** Flips, drops, repeats and inserts bytes, and cuts the end off. */
  private static byte[] broken(byte[] whole, Random random) {
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    int rarity = 1 + random.nextInt(400);
    for (byte each : whole) {
      int fate = random.nextInt(rarity) == 0 ? random.nextInt(5) : 5;
      if (fate == 0) {
        broken.write(random.nextInt(256));
      } else if (fate == 1) {
        broken.write("{}[]\",:\n\\".charAt(random.nextInt(9)));
        broken.write(each);
      } else if (fate == 2) {
        broken.write(each);
        broken.write(each);
      } else if (fate != 3) {
        broken.write(each);
      }
    }
    int length = random.nextInt(3) == 0 ? random.nextInt(broken.size() + 1) : broken.size();
    return Arrays.copyOf(broken.toByteArray(), length);
  }

  /** A file of users in random envelopes, and their ids in order. */
  private static final class Written {
    private final Random random;
    private final int values;
    private final List<String> ids = new ArrayList<>();

    Written(Random random) {
      this(random, 1 + random.nextInt(6));
    }

    Written(Random random, int values) {
      this.random = random;
      this.values = values;
    }

    byte[] bytes() throws JsonProcessingException {
      StringBuilder text = new StringBuilder();
      for (int value = 0; value < values; value++) {
        JsonNode envelope = value(random.nextInt(5));
        text.append(
            random.nextBoolean()
                ? JSON.writeValueAsString(envelope)
                : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(envelope));
        text.append(List.of("\n", "\r\n", " ", "\n\n\t").get(random.nextInt(4)));
      }
      return text.toString().getBytes(UTF_8);
    }

    private JsonNode value(int depth) throws JsonProcessingException {
      int kind = depth == 0 ? 0 : random.nextInt(6);
      if (kind == 0) {
        return user();
      } else if (kind <= 2) {
        ArrayNode array = JSON.createArrayNode();
        for (int left = random.nextInt(4); left > 0; left--) {
          array.add(value(depth - 1));
        }
        return array;
      }
      return kind == 3 ? said(value(depth - 1)) : wrapped(depth);
    }

    private JsonNode wrapped(int depth) throws JsonProcessingException {
      ObjectNode envelope = JSON.createObjectNode();
      noise(envelope);
      envelope.set(WRAPPERS.get(random.nextInt(WRAPPERS.size())), value(depth - 1));
      noise(envelope);
      return envelope;
    }

    /** As tools answer. */
    private JsonNode said(JsonNode inner) throws JsonProcessingException {
      ObjectNode message = JSON.createObjectNode();
      String text = JSON.writeValueAsString(inner);
      message.putArray("content").addObject().put("type", "text").put("text", text);
      return message;
    }

    /** What stands around users, and has users in it whom nobody asked for. */
    private void noise(ObjectNode object) {
      switch (random.nextInt(5)) {
        case 0 -> object.put("successful", true).putNull("error");
        case 1 -> object.putObject("meta").put("id", "1").put("username", "nobody");
        case 2 -> object.putObject("includes").putArray("users").addObject().put("id", "2");
        case 3 -> object.put("logId", "log_" + random.nextInt()).putArray("logs").add("{\"data\":");
        default -> object.put("id", "request-" + random.nextInt());
      }
    }

    ObjectNode user() {
      String id = Long.toString(2_000_000_000L + random.nextInt(1 << 30));
      ids.add(id);
      ObjectNode user = JSON.createObjectNode();
      if (random.nextBoolean()) {
        user.put(
            "description", "a \"quoted\" {brace]\n\u2028 é 🦉 {\"id\":\"3\",\"username\":\"x\"}");
      }
      user.put("id", id).put("username", "u" + random.nextInt(1000));
      user.putObject("public_metrics").put("followers_count", random.nextInt(100));
      user.putObject("entities")
          .putArray("mentions")
          .addObject()
          .put("id", "4")
          .put("username", "m");
      return user;
    }
  }
}
