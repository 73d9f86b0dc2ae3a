package dev.influx.app.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.policies.Policies;
import dev.influx.schemas.Clash;
import dev.influx.schemas.RawProfile;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import dev.influx.validator.claims.Claim;
import dev.influx.validator.claims.Crossings;
import dev.influx.validator.lines.ChunkReader;
import dev.influx.validator.lines.OrderedWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users of many files are judged as if all of them had been in memory. */
class FileClashesTest {
  private static final int SEEDS = 300;
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path scratch;

  @Test
  void usersAreJudgedWithTheClashesOfAll() throws Exception {
    Evaluator evaluator = Evaluator.withoutLanguages(Policies.bundled().find("m0").orElseThrow());
    long clashing = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      List<String> files = new TestingUsers(new Random(seed)).files();
      List<History> alone = read(files, history -> history);

      List<Judgement> judged = readTwice(files, evaluator::judge);

      List<History> together = compared(alone);
      assertThat(judged)
          .as("seed %d: %s", seed, files)
          .isEqualTo(together.stream().map(evaluator::judge).toList());
      clashing += together.stream().filter(history -> !history.clashes().isEmpty()).count();
    }
    assertThat(clashing).isGreaterThan(SEEDS);
  }

  @Test
  void draftsAreAllThereIsToSayOnlyWhereNobodyClashes() throws Exception {
    int enough = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<String> files = new TestingUsers(random).files();
      int most = random.nextInt(40);

      Taken<History> taken = new Taken<>();
      boolean handed = draft(files, most, taken);

      List<History> together = compared(read(files, history -> history));
      boolean clashing = together.stream().anyMatch(history -> !history.clashes().isEmpty());
      assertThat(handed)
          .as("seed %d, at most %d of %d", seed, most, together.size())
          .isEqualTo(!clashing && together.size() <= most);
      assertThat(taken.authors).as("seed %d", seed).isEqualTo(handed ? together : List.of());
      enough += handed ? 1 : 0;
    }
    assertThat(enough).isBetween(10, SEEDS - 10);
  }

  private boolean draft(List<String> files, int most, Taken<History> taken)
      throws IOException, InterruptedException {
    Drafts<History> drafts = new Drafts<>(most);
    try (FileClashes clashes = new FileClashes(scratch)) {
      for (int file = 0; file < files.size(); file++) {
        clashes.read(origin(file), in(files.get(file)), history -> history, drafts);
      }
      return drafts.handTo(taken, clashes);
    }
  }

  @Test
  void aFileThatIsReadAgainMayEndEarlier() throws Exception {
    String three =
        """
        {"id":"1","username":"a"}
        {"id":"2","username":"a"}
        {"id":"3","username":"a"}
        """;
    Taken<History> taken = new Taken<>();
    try (FileClashes clashes = new FileClashes(scratch)) {
      clashes.read(origin(0), in(three));
      clashes.read(origin(1), in(three));
      FileEvaluation<History> again = new FileEvaluation<>(history -> history, taken, clashes);
      again.run(origin(0), in("\n"));
      again.run(origin(1), in(three));
    }

    assertThat(taken.authors)
        .extracting(History::clashes)
        .containsExactly(
            List.of(new Clash("handle:a", "3")), List.of(new Clash("handle:a", "3")), List.of());
  }

  /** What {@link Crossings} say of the newest observations, told to all that they concern. */
  private static List<History> compared(List<History> alone) {
    Map<String, RawProfile> newest = new HashMap<>();
    for (History history : alone) {
      newest.merge(
          history.last().getId(),
          history.last(),
          (before, now) -> now.getFetchedAt().isBefore(before.getFetchedAt()) ? before : now);
    }
    Map<String, List<Clash>> clashes = Crossings.of(newest.values());
    return alone.stream().map(history -> history.clashing(own(history, clashes))).toList();
  }

  private static List<Clash> own(History history, Map<String, List<Clash>> clashes) {
    List<String> claimed = Claim.of(history.last()).stream().map(Claim::fingerprint).toList();
    return clashes.getOrDefault(history.last().getId(), List.of()).stream()
        .filter(clash -> claimed.contains(clash.getFingerprint()))
        .toList();
  }

  private <T> List<T> readTwice(List<String> files, Function<History, T> judging)
      throws IOException, InterruptedException {
    Taken<T> taken = new Taken<>();
    try (FileClashes clashes = new FileClashes(scratch)) {
      for (int file = 0; file < files.size(); file++) {
        clashes.read(origin(file), in(files.get(file)));
      }
      readAll(files, new FileEvaluation<>(judging, taken, clashes));
    }
    return taken.authors;
  }

  private static <T> List<T> read(List<String> files, Function<History, T> judging)
      throws IOException, InterruptedException {
    Taken<T> taken = new Taken<>();
    readAll(files, new FileEvaluation<>(judging, taken));
    return taken.authors;
  }

  /** A few bytes at once, so that there are many chunks. */
  private static void readAll(List<String> files, FileEvaluation<?> evaluation)
      throws IOException, InterruptedException {
    for (int file = 0; file < files.size(); file++) {
      evaluation.run(
          origin(file), new ChunkReader(in(files.get(file)), 100), new OrderedWork.Limits(2, 3));
    }
  }

  private static Origin origin(int file) {
    return new Origin("file-" + file, "file:///file-" + file, NOW);
  }

  private static ByteArrayInputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** Lines of a few users who share handles, seconds of creation and numbers by chance. */
  private record TestingUsers(Random random) {
    private static final List<String> HANDLES = List.of("ann", "Ann", "bob", "an-n", "");

    List<String> files() {
      List<String> files = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        files.add(file());
      }
      return files;
    }

    private String file() {
      StringBuilder lines = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        lines.append(line()).append(random.nextInt(6) == 0 ? "\r\n\n" : "\n");
      }
      return lines.toString();
    }

    private String line() {
      return switch (random.nextInt(6)) {
        case 0 -> "{\"data\":" + user() + "}";
        case 1 -> random.ints(3).mapToObj(i -> user()).collect(envelope());
        case 2 -> random.nextBoolean() ? "{" : "[]";
        default -> user();
      };
    }

    private static Collector<CharSequence, ?, String> envelope() {
      return Collectors.joining(",", "{\"data\":[", "]}");
    }

    private String user() {
      // Ids of different lengths: their order is not that of their text.
      return """
          {"id":"%d","username":"%s","name":"%s","created_at":%s,"fetched_at":"%s",\
          "public_metrics":{"followers_count":60000,"following_count":%d,"tweet_count":%d,\
          "listed_count":3,"like_count":%s,"media_count":5}}"""
          .formatted(
              9_999_999_997L + random.nextInt(5),
              HANDLES.get(random.nextInt(HANDLES.size())),
              random.nextInt(9) == 0 ? "" : "Ann",
              random.nextInt(4) == 0 ? "null" : "\"2010-01-01T01:01:0" + roll(3) + ".5Z\"",
              random.nextInt(9) == 0 ? "soon" : NOW.minusSeconds(roll(4)),
              roll(2),
              98 + roll(4),
              random.nextInt(5) == 0 ? "null" : "4");
    }

    private int roll(int bound) {
      return random.nextInt(bound);
    }
  }

  /** What came of all users. */
  private static final class Taken<T> implements EvaluationOutput<T> {
    private final List<T> authors = new ArrayList<>();

    @Override
    public void evaluated(T author) {
      authors.add(author);
    }

    @Override
    public void bad(BadLine line) {
      assertThat(line.reason()).isNotEmpty();
    }

    @Override
    public boolean proceed(long lines) {
      return true;
    }
  }
}
