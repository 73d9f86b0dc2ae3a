package dev.influx.app.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
  private final Origin origin;
  private final Function<History, T> judging;

  UserLines(Origin origin, Function<History, T> judging) {
    this.origin = origin;
    this.judging = judging;
  }

  /** Some lines, and which of the users in them clash with others. */
  record Compared(Chunk chunk, ClashesInLines clashes) {}

  Piece<T> read(Compared lines) {
    return read(lines, author -> {});
  }

  /** The same, and tells what each author who can be judged claims. */
  Piece<T> read(Compared lines, Claimed claimed) {
    Results results = new Results(lines.clashes(), claimed);
    lines.chunk().forEachLine(results::readLine);
    return new Piece<>(results.authors, results.bad, lines.chunk().lines());
  }

  /** Takes an author with the place in the file. */
  interface Claimed {
    void by(Placed author);
  }

  /** What was observed of an author, and where it stands. */
  record Placed(RawProfile seen, long line, int index) {}

  /** Gathers what comes of one chunk. */
  private final class Results {
    private final ClashesInLines clashes;
    private final Claimed claimed;
    private final List<T> authors = new ArrayList<>();
    private final List<BadLine> bad = new ArrayList<>();

    Results(ClashesInLines clashes, Claimed claimed) {
      this.clashes = clashes;
      this.claimed = claimed;
    }

    void readLine(byte[] bytes, int from, int length, long number) {
      try {
        ImportedLine line = ImportedLine.of(origin, number, bytes, from, length);
        int index = 0;
        for (JsonNode user : UsersInLine.read(bytes, from, length)) {
          readUser(user, index, line);
          index++;
        }
      } catch (JsonProcessingException e) {
        bad(number, "not valid JSON: " + e.getOriginalMessage());
      } catch (IOException e) {
        bad(number, "not UTF-8 text: " + e.getMessage());
      }
    }

    private void readUser(JsonNode user, int index, ImportedLine line) {
      UserReading reading = UserObject.read(user);
      if (reading instanceof UserReading.Author author) {
        readAuthor(author, user, index, line);
      } else if (reading instanceof UserReading.Unreadable unreadable) {
        bad(line.number(), String.join("; ", unreadable.problems()));
      }
    }

    private void readAuthor(
        UserReading.Author author, JsonNode user, int index, ImportedLine line) {
      try {
        RawProfile seen = line.observation(author, user);
        claimed.by(new Placed(seen, line.number(), index));
        History alone = history(seen, line.number());
        authors.add(judging.apply(alone.clashing(clashes.of(line.number(), index, seen))));
      } catch (DateTimeParseException e) {
        bad(line.number(), "fetched_at is not an instant such as 2025-11-28T00:00:00Z");
      }
    }

    private void bad(long number, String reason) {
      bad.add(new BadLine(origin.file(), number, reason));
    }
  }

  private History history(RawProfile observation, long number) {
    Lineage lineage = new Lineage(origin.file(), 0, number);
    return History.observe(Optional.empty(), observation, lineage).history().orElseThrow();
  }
}
