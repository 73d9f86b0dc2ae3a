package dev.influx.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.influx.app.evaluate.Evaluated;
import dev.influx.schemas.Score;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * How evaluated authors are written: a line for each, so that a file of any size streams through.
 */
interface EvaluationReport {
  static EvaluationReport of(Format format) {
    return switch (format) {
      case JSON -> new Lines();
      case TABLE -> new Columns();
    };
  }

  /** A line that comes before all others. */
  default Optional<String> head() {
    return Optional.empty();
  }

  /** The line of an author; many threads ask for such lines at once. */
  Row row(Evaluated author);

  /** A line that comes after all others. */
  default Optional<String> foot(long accepted, long rejected) {
    return Optional.empty();
  }

  /** The line of one author. */
  record Row(String text, boolean accepted) {}

  /** An object a line; the keys are always all there and in this order. */
  final class Lines implements EvaluationReport {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public Row row(Evaluated author) {
      StringWriter text = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(text)) {
        write(author, json);
      } catch (IOException e) {
        throw new IllegalStateException("texts and numbers can always be written as JSON", e);
      }
      return new Row(text.toString(), author.accepted());
    }

    private static void write(Evaluated author, JsonGenerator json) throws IOException {
      Score score = author.score().orElse(null);
      json.writeStartObject();
      json.writeStringField("id", author.id());
      json.writeStringField("handle", author.handle());
      json.writeStringField("verdict", author.accepted() ? "accepted" : "rejected");
      json.writeArrayFieldStart("codes");
      for (String code : author.codes()) {
        json.writeString(code);
      }
      json.writeEndArray();
      number(json, "score", score == null ? null : score.getRounded());
      number(json, "activity", score == null ? null : score.getActivity());
      number(json, "quality", score == null ? null : score.getQuality());
      number(json, "relevance", score == null ? null : score.getRelevance());
      json.writeStringField("score_version", score == null ? null : score.getVersion());
      json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, Double value) throws IOException {
      if (value == null) {
        json.writeNullField(name);
      } else {
        json.writeNumberField(name, value);
      }
    }
  }

  /** Columns of fixed width: a table that had to know its widest entry could not stream. */
  final class Columns implements EvaluationReport {
    private static final String ROW = "%-20s %-17s %-9s %7s  %s";

    @Override
    public Optional<String> head() {
      return Optional.of(
          String.format(Locale.ROOT, ROW, "ID", "HANDLE", "VERDICT", "SCORE", "CODES"));
    }

    @Override
    public Row row(Evaluated author) {
      String verdict = author.accepted() ? "accepted" : "rejected";
      String score = author.score().map(s -> Double.toString(s.getRounded())).orElse("-");
      String codes = String.join(" ", author.codes());
      String row =
          String.format(
              Locale.ROOT, ROW, author.id(), "@" + author.handle(), verdict, score, codes);
      return new Row(row.stripTrailing(), author.accepted());
    }

    @Override
    public Optional<String> foot(long accepted, long rejected) {
      return Optional.of(accepted + " accepted, " + rejected + " rejected");
    }
  }
}
