package dev.influx.monitor.board;

import dev.influx.monitor.board.LagSeries.Points;
import dev.influx.monitor.board.Marks.Mark;
import dev.influx.monitor.web.Answer;
import dev.influx.monitor.web.Question;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lag over time, in columns, with what happened meanwhile. */
final class HistoryAnswer {
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration MOST = Duration.ofHours(24);
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private HistoryAnswer() {}

  static Answer to(Board board, Question question) {
    try {
      Moment now = board.moment();
      Instant end = question.parameter("to").map(HistoryAnswer::time).orElse(now.at());
      Instant begin = question.parameter("from").map(HistoryAnswer::time).orElse(end.minus(USUAL));
      Instant from = begin.isBefore(end.minus(MOST)) ? end.minus(MOST) : begin;
      return Answer.json(OK, Json.of(json(board, question.parameter("group"), from, end)));
    } catch (DateTimeException | ArithmeticException e) {
      return Answer.failure(
          BAD_REQUEST, "there is no such time", e.getMessage(), "write seconds, or ISO-8601");
    }
  }

  /** Seconds since 1970, or as ISO has it. */
  private static Instant time(String text) {
    boolean number = text.chars().allMatch(it -> (it >= '0' && it <= '9') || it == '.');
    try {
      return number ? Instant.ofEpochSecond((long) Double.parseDouble(text)) : Instant.parse(text);
    } catch (NumberFormatException e) {
      throw new DateTimeException(text, e);
    }
  }

  private static Map<String, Object> json(
      Board board, Optional<String> group, Instant begin, Instant end) {
    Points points = board.series().between(group.orElse(LagSeries.ALL), begin, end);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("group", group);
    json.put("from", begin.getEpochSecond());
    json.put("to", end.getEpochSecond());
    json.put("step_seconds", points.step());
    json.put("at", points.points().stream().map(Ring.Point::at).toList());
    json.put("time_seconds", points.points().stream().map(Ring.Point::seconds).toList());
    json.put("records", points.points().stream().map(Ring.Point::records).toList());
    json.put("marks", board.marks().between(begin, end).stream().map(HistoryAnswer::mark).toList());
    return json;
  }

  private static Map<String, Object> mark(Mark mark) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", mark.at());
    json.put("kind", mark.kind().code());
    json.put("text", mark.text());
    return json;
  }
}
