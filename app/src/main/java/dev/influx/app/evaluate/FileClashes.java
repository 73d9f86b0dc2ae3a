package dev.influx.app.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.app.evaluate.UserLines.Compared;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import dev.influx.scorer.activity.History;
import dev.influx.validator.claims.Claim;
import dev.influx.validator.crowd.Crowd;
import dev.influx.validator.crowd.Encounter;
import dev.influx.validator.crowd.Sighting;
import dev.influx.validator.lines.Chunk;
import dev.influx.validator.lines.ChunkReader;
import dev.influx.validator.lines.OrderedWork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * Which users of some files claim what others of them claim: found by reading all files once, and
 * asked for while they are read again, in the same order, to be judged. The memory it takes does
 * not grow with the files.
 */
public final class FileClashes implements AutoCloseable {
  private static final int CHUNK_BYTES = 1 << 18;

  private final Crowd crowd;
  private final Runnable progress;
  private final Queue<Places> files = new ArrayDeque<>();
  private Places next = new Places(0);
  private Crowd.Encounters encounters;
  private Optional<Encounter> ahead = Optional.empty();

  /**
   * Starts without a file.
   *
   * @param scratch where temporary files may be
   */
  public FileClashes(Path scratch) {
    this(scratch, () -> {});
  }

  /**
   * Starts without a file.
   *
   * @param scratch where temporary files may be
   * @param progress called now and then while files are read
   */
  public FileClashes(Path scratch, Runnable progress) {
    this.crowd = new Crowd(scratch);
    this.progress = progress;
  }

  /**
   * Reads a file for the first time, and has everybody judged as if there were no others: where
   * nobody clashes that is all there is to do. Once the drafts are too many, it only reads.
   */
  public <T> void read(
      Origin origin, InputStream in, Function<History, T> judging, Drafts<T> drafts)
      throws IOException, InterruptedException {
    ChunkReader chunks = new ChunkReader(in, CHUNK_BYTES);
    Reading reading = new Reading(origin, next);
    UserLines<T> lines = new UserLines<>(origin, judging);
    OrderedWork.run(
        chunks::next,
        chunk ->
            drafts.areWanted()
                ? judged(chunk, lines, reading)
                : FileClashes.<T>seen(chunk, reading),
        drafted -> add(drafted.seen()) && drafts.add(drafted.piece()),
        OrderedWork.Limits.ofThisMachine());
    files.add(reading.places);
  }

  private static <T> Drafted<T> judged(Chunk chunk, UserLines<T> lines, Reading reading) {
    List<Sighting> users = new ArrayList<>();
    Piece<T> piece =
        lines.read(
            new Compared(chunk, ClashesInLines.none()),
            author -> users.add(reading.sighting(author)));
    return new Drafted<>(new Seen(users, chunk.lines()), Optional.of(piece));
  }

  private static <T> Drafted<T> seen(Chunk chunk, Reading reading) {
    return new Drafted<>(reading.read(chunk), Optional.empty());
  }

  /** Who was seen in some lines, and what came of them if they were judged. */
  private record Drafted<T>(Seen seen, Optional<Piece<T>> piece) {}

  /** Whether anybody claims what others claim, after all files were read. */
  boolean areThere() {
    compare();
    return ahead.isPresent();
  }

  private void compare() {
    if (encounters == null) {
      encounters = crowd.encounters();
      ahead = encounters.next();
    }
  }

  /** Reads a file for the first time. What cannot be read is told of when it is read again. */
  public void read(Origin origin, InputStream in) throws IOException, InterruptedException {
    ChunkReader chunks = new ChunkReader(in, CHUNK_BYTES);
    Reading reading = new Reading(origin, next);
    OrderedWork.run(chunks::next, reading::read, this::add, OrderedWork.Limits.ofThisMachine());
    files.add(reading.places);
  }

  private boolean add(Seen seen) {
    seen.users.forEach(crowd::add);
    next = new Places(next.linesBefore() + seen.lines);
    progress.run();
    return true;
  }

  /** The file that is read again now: the first that has not been. */
  FileAgain again() {
    compare();
    return new FileAgain(files.remove());
  }

  /** Hands out what is known of a file, in its order; one thread at a time may ask. */
  final class FileAgain {
    private final Places places;

    private FileAgain(Places places) {
      this.places = places;
    }

    ClashesInLines in(Chunk lines) {
      if (ahead.isEmpty()) {
        return ClashesInLines.none();
      }
      long end = places.of(lines.firstLine() + lines.lines(), 0);
      List<Encounter> found = new ArrayList<>();
      while (ahead.isPresent() && ahead.get().place() < end) {
        found.add(ahead.get());
        ahead = encounters.next();
      }
      return ClashesInLines.of(places, found);
    }
  }

  @Override
  public void close() {
    crowd.close();
  }

  /** Who was seen in some lines. */
  private record Seen(List<Sighting> users, long lines) {}

  /** Looks at a file for what users claim; many threads may share it. */
  private record Reading(Origin origin, Places places) {

    Seen read(Chunk chunk) {
      List<Sighting> users = new ArrayList<>();
      chunk.forEachLine(
          (bytes, from, length, number) -> add(usersIn(bytes, from, length), number, users));
      return new Seen(users, chunk.lines());
    }

    /** Nobody in a line that cannot be read: it is reported when it is read again. */
    private static Iterable<JsonNode> usersIn(byte[] bytes, int from, int length) {
      try {
        return UsersInLine.read(bytes, from, length);
      } catch (IOException e) {
        return List.of();
      }
    }

    private void add(Iterable<JsonNode> line, long number, List<Sighting> users) {
      int index = 0;
      for (JsonNode user : line) {
        if (UserObject.read(user) instanceof UserReading.Author author) {
          sighting(author, user, places.of(number, index)).ifPresent(users::add);
        }
        index++;
      }
    }

    Sighting sighting(UserLines.Placed author) {
      RawProfile seen = author.seen();
      long place = places.of(author.line(), author.index());
      return Sighting.of(seen.getId(), seen.getFetchedAt(), place, Claim.of(seen));
    }

    private Optional<Sighting> sighting(UserReading.Author author, JsonNode user, long place) {
      try {
        Instant at = origin.seenAt(user);
        List<Claim> claims = Claim.of(author.id(), author.profile(), at);
        return Optional.of(Sighting.of(author.id(), at, place, claims));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
  }
}
