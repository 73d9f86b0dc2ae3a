package dev.influx.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.evaluate.Evaluated;
import dev.influx.schemas.Score;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How evaluated authors are written: line by line, so that a file of any size streams through. */
interface EvaluationReport {
  static EvaluationReport of(Format format, PrintWriter out) {
    return switch (format) {
      case JSON -> new Lines(out);
      case TABLE -> new Columns(out);
    };
  }

  default void begin() {}

  void add(Evaluated author);

  default void end() {}

  /** An object a line; the keys are always all there and in this order. */
  record Lines(PrintWriter out) implements EvaluationReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void add(Evaluated author) {
      try {
        out.println(JSON.writeValueAsString(object(author)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("texts and numbers can always be written as JSON", e);
      }
    }

    private static Map<String, Object> object(Evaluated author) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("id", author.id());
      object.put("handle", author.handle());
      object.put("verdict", author.accepted() ? "accepted" : "rejected");
      object.put("codes", author.codes());
      object.put("score", part(author, Score::getRounded));
      object.put("activity", part(author, Score::getActivity));
      object.put("quality", part(author, Score::getQuality));
      object.put("relevance", part(author, Score::getRelevance));
      object.put("score_version", part(author, Score::getVersion));
      return object;
    }

    private static <T> T part(Evaluated author, Function<Score, T> getter) {
      return author.score().map(getter).orElse(null);
    }
  }

  /** Columns of fixed width: a table that had to know its widest entry could not stream. */
  final class Columns implements EvaluationReport {
    private static final String ROW = "%-20s %-17s %-9s %7s  %s";

    private final PrintWriter out;
    private long accepted;
    private long rejected;

    Columns(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void begin() {
      out.println(String.format(Locale.ROOT, ROW, "ID", "HANDLE", "VERDICT", "SCORE", "CODES"));
    }

    @Override
    public void add(Evaluated author) {
      String verdict = author.accepted() ? "accepted" : "rejected";
      String score = author.score().map(s -> Double.toString(s.getRounded())).orElse("-");
      String codes = String.join(" ", author.codes());
      String row =
          String.format(
              Locale.ROOT, ROW, author.id(), "@" + author.handle(), verdict, score, codes);
      out.println(row.stripTrailing());
      accepted += author.accepted() ? 1 : 0;
      rejected += author.accepted() ? 0 : 1;
    }

    @Override
    public void end() {
      out.println(accepted + " accepted, " + rejected + " rejected");
    }
  }
}
