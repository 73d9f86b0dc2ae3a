package dev.influx.app;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.intake.Intake;
import dev.influx.harvester.intake.Reject;
import dev.influx.harvester.intake.Requested;
import dev.influx.harvester.journal.Journal;
import dev.influx.lists.seeds.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a plan is for.
 *
 * @param duplicates entries that name somebody a second time
 * @param rejected entries that name nobody whom X could be asked for
 * @param first some of them, in the order in which they come
 */
record PlannedAuthors(
    long byId, long byHandle, long duplicates, long rejected, List<String> first) {
  private static final int SHOWN = 10;

  /** Everybody on some lists. */
  static PlannedAuthors ofLists(Session session, List<Path> files) throws IOException {
    Counter counter = new Counter();
    Intake intake = new Intake(counter);
    for (Path file : files) {
      try (InputStream in =
          Files.newInputStream(session.surroundings().directory().resolve(file))) {
        intake.read(file.toString(), in);
      } catch (IOException e) {
        throw new UnableToReadInputException(file, e.toString(), "name a list that is there", e);
      }
    }
    return new PlannedAuthors(
        counter.byId,
        counter.byHandle,
        intake.counts().duplicates(),
        intake.counts().rejected(),
        counter.first);
  }

  /** Everybody on the seed lists; whose id is known is asked for by it. */
  static PlannedAuthors ofSeeds(List<Seed> seeds, Path journal) {
    Set<String> known = new HashSet<>();
    Journal.read(journal, entry -> entry.id().ifPresent(id -> known.add(entry.key())));
    Set<String> keys = new HashSet<>();
    List<String> first = new ArrayList<>();
    long byId = 0;
    for (Seed seed : seeds) {
      if (keys.add(seed.key())) {
        byId += known.contains(seed.key()) ? 1 : 0;
        if (first.size() < SHOWN) {
          first.add("@" + seed.handle());
        }
      }
    }
    return new PlannedAuthors(
        byId, keys.size() - byId, (long) seeds.size() - keys.size(), 0, first);
  }

  private static final class Counter implements Intake.Taker {
    private final List<String> first = new ArrayList<>();
    private long byId;
    private long byHandle;

    @Override
    public void requested(Requested author) {
      boolean id = author.by() == By.ID;
      byId += id ? 1 : 0;
      byHandle += id ? 0 : 1;
      if (first.size() < SHOWN) {
        first.add((id ? "" : "@") + author.spelling());
      }
    }

    @Override
    public void rejected(Reject reject) {}
  }
}
