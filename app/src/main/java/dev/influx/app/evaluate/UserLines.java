package dev.influx.app.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import dev.influx.scorer.activity.History;
import dev.influx.validator.lines.Chunk;
import java.io.IOException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes something of every user in some lines; many threads may share it. */
final class UserLines<T> {
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();

  private final Origin origin;
  private final Function<History, T> judging;

  UserLines(Origin origin, Function<History, T> judging) {
    this.origin = origin;
    this.judging = judging;
  }

  Piece<T> read(Chunk chunk) {
    Results results = new Results();
    chunk.forEachLine(results::readLine);
    return new Piece<>(results.authors, results.bad, chunk.lines());
  }

  /** Gathers what comes of one chunk. */
  private final class Results {
    private final List<T> authors = new ArrayList<>();
    private final List<BadLine> bad = new ArrayList<>();

    void readLine(byte[] bytes, int from, int length, long number) {
      try {
        ImportedLine line = ImportedLine.of(origin, number, bytes, from, length);
        usersIn(JSON.readTree(bytes, from, length)).forEach(user -> readUser(user, line));
      } catch (JsonProcessingException e) {
        bad(number, "not valid JSON: " + e.getOriginalMessage());
      } catch (IOException e) {
        bad(number, "not UTF-8 text: " + e.getMessage());
      }
    }

    private void readUser(JsonNode user, ImportedLine line) {
      UserReading reading = UserObject.read(user);
      if (reading instanceof UserReading.Author author) {
        readAuthor(author, user, line);
      } else if (reading instanceof UserReading.Unreadable unreadable) {
        bad(line.number(), String.join("; ", unreadable.problems()));
      }
    }

    private void readAuthor(UserReading.Author author, JsonNode user, ImportedLine line) {
      try {
        RawProfile observation = line.observation(author, user);
        authors.add(judging.apply(history(observation, line.number())));
      } catch (DateTimeParseException e) {
        bad(line.number(), "fetched_at is not an instant such as 2025-11-28T00:00:00Z");
      }
    }

    private void bad(long number, String reason) {
      bad.add(new BadLine(origin.file(), number, reason));
    }
  }

  private static Iterable<JsonNode> usersIn(JsonNode value) {
    JsonNode data = value.get("data");
    if (data == null) {
      return List.of(value);
    }
    return data.isArray() ? data : List.of(data);
  }

  private History history(RawProfile observation, long number) {
    Lineage lineage = new Lineage(origin.file(), 0, number);
    return History.observe(Optional.empty(), observation, lineage).history().orElseThrow();
  }
}
