package dev.influx.scorer.replay;

import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that one replay will do, and the world for which that was decided.
 *
 * @param id the name of the replay, part of all names that it makes
 * @param at when it was planned
 * @param range of the observations
 * @param volume what there is of them
 */
public record ReplayPlan(
    String id, String at, World world, Judge policy, Range range, Volume volume) {
  static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss'z'").withZone(ZoneOffset.UTC);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public ReplayPlan {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a replay is named with at most 63 of a-z, 0-9, '_' and '-': " + id);
    }
  }

  /**
   * What must not have changed when the plan is carried out: else its figures are of another world.
   *
   * @param topicId of the raw topic: one that was made anew is another one
   * @param live the policy that is in force, by its hash; empty where nobody can tell
   */
  public record World(
      String cluster, String raw, String topicId, List<Extent> extents, Optional<String> live) {
    public World {
      extents = List.copyOf(extents);
    }

    public long records() {
      return extents.stream().mapToLong(Extent::records).sum();
    }

    /** How many observations were in front of those that are left: deleted by then. */
    public long deleted() {
      return extents.stream().mapToLong(Extent::begin).sum();
    }

    private static Optional<World> read(StrictMapping written) {
      String cluster = written.text("cluster");
      String raw = written.text("raw");
      String topicId = written.text("topic_id");
      List<Extent> extents = Extent.readAll(written);
      Optional<String> live = written.optional("live").map(ReplayPlan::hash);
      return written.complete(() -> new World(cluster, raw, topicId, extents, live));
    }
  }

  /** The policy that judges, by name and content. */
  public record Judge(String id, String sha256) {
    private static Optional<Judge> read(StrictMapping written) {
      String id = written.text("id");
      String hash = hash(written.value("sha256"));
      return written.complete(() -> new Judge(id, hash));
    }
  }

  /**
   * How much there is to do.
   *
   * @param records in the range
   * @param bytes of their keys and values
   * @param authors who have any, the forgotten apart
   * @param forgotten records of authors who were removed on request, which are left out
   * @param nameless records without an author or a value, which go to the dead letters
   * @param recordsPerSecond as measured
   * @param measured how
   */
  public record Volume(
      long records,
      long bytes,
      long authors,
      long forgotten,
      long nameless,
      Optional<Long> recordsPerSecond,
      Optional<String> measured) {

    /** How long it will take; empty where nothing was measured. */
    public Optional<Long> seconds(long toRead) {
      return recordsPerSecond.filter(rate -> rate > 0).map(rate -> (toRead + rate - 1) / rate);
    }

    private static Optional<Volume> read(StrictMapping written) {
      long records = count(written, "records");
      long bytes = count(written, "bytes");
      long authors = count(written, "authors");
      long forgotten = count(written, "forgotten");
      long nameless = count(written, "nameless");
      Optional<Long> rate =
          written.optional("records_per_second").map(it -> it.wholeNumber(0, Long.MAX_VALUE));
      Optional<String> measured = written.optional("measured").map(StrictValue::text);
      return written.complete(
          () -> new Volume(records, bytes, authors, forgotten, nameless, rate, measured));
    }

    private static long count(StrictMapping written, String key) {
      return written.value(key).wholeNumber(0, Long.MAX_VALUE);
    }
  }

  static Optional<ReplayPlan> read(StrictMapping written) {
    String id = written.value("id").text(ID, "m2-2-20261121t210000z");
    String at = written.text("at");
    Optional<World> world = written.mapping("world").flatMap(World::read);
    Optional<Judge> judge = written.mapping("policy").flatMap(Judge::read);
    Optional<Range> range =
        written
            .optional("range")
            .map(value -> value.mapping().flatMap(Range::read))
            .orElse(Optional.of(Range.ALL));
    Optional<Volume> volume = written.mapping("volume").flatMap(Volume::read);
    return written.complete(
        () ->
            new ReplayPlan(
                id,
                at,
                world.orElseThrow(),
                judge.orElseThrow(),
                range.orElseThrow(),
                volume.orElseThrow()));
  }

  private static String hash(StrictValue value) {
    return value.text(SHA256, "64 lower-case hexadecimal digits");
  }

  /** The same over a world that has grown. */
  public ReplayPlan extendedTo(List<Extent> extents) {
    World grown = new World(world.cluster(), world.raw(), world.topicId(), extents, world.live());
    return new ReplayPlan(id, at, grown, policy, range, volume);
  }

  /**
   * A name for a new replay.
   *
   * @param policy its id
   */
  public static String nameFor(String policy, Instant now) {
    String name = policy.replace('@', '-') + "-" + STAMP.format(now);
    return name.toLowerCase(Locale.ROOT);
  }
}
