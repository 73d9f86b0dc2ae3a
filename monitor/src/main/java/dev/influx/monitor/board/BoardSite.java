package dev.influx.monitor.board;

import dev.influx.monitor.LagMonitor;
import dev.influx.monitor.facts.Actions;
import dev.influx.monitor.lag.GroupLag;
import dev.influx.monitor.sampling.UnableToLookException;
import dev.influx.monitor.web.Answer;
import dev.influx.monitor.web.Question;
import dev.influx.monitor.web.Site;
import dev.influx.runtime.Explained;
import dev.influx.runtime.Health;
import dev.influx.runtime.Scrape;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers what is asked of the monitor. */
public final class BoardSite implements Site {
  private static final String GROUPS = "/api/groups/";
  private static final String ACTIONS = "/api/actions/";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNAVAILABLE = 503;
  private static final int MOST_SAMPLES = 20;
  private static final int SAMPLES = 3;

  private final Board board;
  private final LagMonitor lag;
  private final PrometheusMeterRegistry meters;
  private final Optional<Actions> actions;
  private final Site published;
  // reading topics takes seconds: whoever asks twice must not keep everybody else waiting
  private final Semaphore slow = new Semaphore(2);

  /**
   * The site of a board.
   *
   * @param meters what is scraped
   * @param actions what can be changed, if anything can
   * @param published what has an address besides
   */
  public BoardSite(
      Board board,
      LagMonitor lag,
      PrometheusMeterRegistry meters,
      Optional<Actions> actions,
      Site published) {
    this.board = board;
    this.lag = lag;
    this.meters = meters;
    this.actions = actions;
    this.published = published;
  }

  @Override
  public Answer answer(Question question) {
    String path = question.path();
    return switch (path) {
      case "/api/state" -> state();
      case "/api/lag/history" -> HistoryAnswer.to(board, question);
      case "/api/authors" -> author(question);
      case "/api/dead" -> deadSample(question);
      case "/metrics" -> Answer.of(OK, Scrape.TYPE, Scrape.of(meters));
      case "/healthz" -> health(Health.State.FAILED, false);
      case "/readyz" -> health(Health.State.READY, true);
      case "/topology" -> topology(question);
      default ->
          path.startsWith(GROUPS)
              ? group(path.substring(GROUPS.length()))
              : path.startsWith(ACTIONS) ? act(question) : published.answer(question);
    };
  }

  private static Answer notFound(String what) {
    return Answer.failure(NOT_FOUND, "there is no " + what, null, null);
  }

  private Answer state() {
    return board
        .events()
        .last()
        .map(it -> Answer.json(OK, it))
        .orElseGet(
            () -> Answer.failure(UNAVAILABLE, "nothing is known yet", "it has just begun", null));
  }

  private Answer group(String name) {
    Optional<GroupLag> group = board.moment().group(name);
    if (group.isEmpty()) {
      return notFound("group " + name);
    }
    Map<String, Object> json = LagJson.group(group.get());
    json.put(
        "topics",
        group.get().partitions().stream()
            .map(it -> it.partition().topic())
            .distinct()
            .sorted()
            .toList());
    try {
      json.put("member_list", lag.members(name));
    } catch (UnableToLookException e) {
      json.put("member_list", null);
    }
    return Answer.json(OK, Json.of(json));
  }

  private Answer author(Question question) {
    Optional<String> who = question.parameter("who");
    return who.isEmpty()
        ? Answer.failure(BAD_REQUEST, "no author is named", null, "name one: who=@handle")
        : slowly(
            () ->
                board
                    .neighbours()
                    .author(who.get())
                    .map(it -> Answer.json(OK, Json.of(it)))
                    .orElseGet(
                        () ->
                            Answer.failure(
                                NOT_FOUND,
                                "nobody knows " + who.get(),
                                "nothing was observed of such an author",
                                "check the spelling, or name the id")));
  }

  private Answer deadSample(Question question) {
    String reason = question.parameter("reason").orElse("");
    int limit = question.parameter("limit").map(BoardSite::number).orElse(SAMPLES);
    return slowly(
        () ->
            Answer.json(
                OK,
                Json.of(
                    board
                        .neighbours()
                        .deadSample(reason, Math.max(1, Math.min(MOST_SAMPLES, limit))))));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return SAMPLES;
    }
  }

  private Answer slowly(Supplier<Answer> answer) {
    if (!slow.tryAcquire()) {
      return Answer.failure(
          UNAVAILABLE, "others are asking", "topics are being read for them", "try again");
    }
    try {
      return answer.get();
    } catch (Explained e) {
      return Answer.failure(CONFLICT, e.what(), e.why(), e.remedy());
    } finally {
      slow.release();
    }
  }

  private Answer health(Health.State state, boolean wanted) {
    Map<String, Health> parts = new TreeMap<>(board.neighbours().parts());
    parts.put(lag.name(), lag.health());
    boolean good = parts.values().stream().allMatch(it -> (it.state() == state) == wanted);
    String body =
        parts.entrySet().stream()
            .map(it -> line(it.getKey(), it.getValue()))
            .collect(Collectors.joining());
    return Answer.text(good ? OK : UNAVAILABLE, body);
  }

  private static String line(String name, Health health) {
    return name + ": " + health.state() + " (" + health.describe() + ")\n";
  }

  private Answer topology(Question question) {
    boolean picture = question.parameter("format").equals(Optional.of("svg"));
    return picture
        ? Answer.of(OK, "image/svg+xml", board.neighbours().topologySvg())
        : Answer.text(OK, board.neighbours().topology());
  }

  /** Whoever acts has typed the name of what it is done to. */
  private Answer act(Question question) {
    String action = question.path().substring(ACTIONS.length());
    Optional<Confirmation> confirmation = Confirmation.read(question.body());
    if (confirmation.isEmpty()) {
      return Answer.failure(
          BAD_REQUEST, "nothing was done", "the body has no target and name", null);
    }
    String target = confirmation.get().target();
    if (!target.equals(confirmation.get().name())) {
      return Answer.failure(
          CONFLICT,
          "nothing was done",
          "the name that was typed is not " + target,
          "type it as it is shown");
    }
    try {
      return actions
          .flatMap(it -> it.perform(action, target))
          .map(it -> Answer.json(ACCEPTED, Json.of(Map.of("done", it))))
          .orElseGet(() -> notFound("action " + action));
    } catch (Explained e) {
      return Answer.failure(CONFLICT, e.what(), e.why(), e.remedy());
    } finally {
      board.askAgain();
    }
  }
}
