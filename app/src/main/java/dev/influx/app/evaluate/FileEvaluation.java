package dev.influx.app.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.schemas.Lineage;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.activity.Observed;
import dev.influx.scorer.evaluation.Evaluator;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates a file of user objects, one JSON value a line: a bare user, or an envelope with one
 * user or many under {@code data}. A line that cannot be read is reported, and the rest goes on.
 */
public final class FileEvaluation {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Evaluator evaluator;
  private final Origin origin;
  private final EvaluationOutput output;

  public FileEvaluation(Evaluator evaluator, Origin origin, EvaluationOutput output) {
    this.evaluator = evaluator;
    this.origin = origin;
    this.output = output;
  }

  /** Reads to the end, in constant memory. */
  public void run(BufferedReader lines) throws IOException {
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        evaluateLine(number == 1 ? withoutByteOrderMark(line) : line, number);
      }
    }
  }

  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private void evaluateLine(String line, long number) {
    try {
      JsonNode value = JSON.readTree(line);
      usersIn(value).forEach(user -> evaluateUser(user, line, number));
    } catch (JsonProcessingException e) {
      bad(number, "not valid JSON: " + e.getOriginalMessage());
    }
  }

  private static Iterable<JsonNode> usersIn(JsonNode value) {
    JsonNode data = value.get("data");
    if (data == null) {
      return List.of(value);
    }
    return data.isArray() ? data : List.of(data);
  }

  private void evaluateUser(JsonNode user, String line, long number) {
    UserReading reading = UserObject.read(user);
    if (reading instanceof UserReading.Author author) {
      String domain = user.path("domain").isTextual() ? user.path("domain").textValue() : null;
      RawProfile observation = ImportedUser.observation(author, domain, origin, line, number);
      output.evaluated(Evaluated.of(evaluator.judge(history(observation, number))));
    } else if (reading instanceof UserReading.Unreadable unreadable) {
      bad(number, String.join("; ", unreadable.problems()));
    }
  }

  private History history(RawProfile observation, long number) {
    Lineage lineage = new Lineage(origin.file(), 0, number);
    Observed first = History.observe(Optional.empty(), observation, lineage);
    return first.history().orElseThrow();
  }

  private void bad(long number, String reason) {
    output.bad(new BadLine(origin.file(), number, reason));
  }
}
