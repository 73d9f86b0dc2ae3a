package dev.influx.harvester.journal;

import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page.User;
import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Chance;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Samples;
import dev.influx.harvester.plan.Settlement;
import dev.influx.harvester.plan.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Settlements to note, and journals as they are read again. */
final class Notes {
  private Notes() {}

  /** Everybody found. */
  static Settlement found(String... handles) {
    List<User> users =
        Arrays.stream(handles).map(handle -> Samples.user(id(handle), handle)).toList();
    return Settlement.of(batch(handles), new Answer.Ok(Samples.page(users)), Samples.NOW);
  }

  /** Nobody found. */
  static Settlement missing(String handle) {
    return Settlement.of(
        batch(handle),
        new Answer.Ok(Samples.page(List.of(), Samples.notFound(handle))),
        Samples.NOW);
  }

  /** A batch that gets another chance: there is nothing to note yet. */
  static Settlement open(String... handles) {
    return Settlement.of(batch(handles), new Answer.Transient("503"), Samples.NOW);
  }

  private static Batch batch(String... handles) {
    List<Target> targets = Arrays.stream(handles).map(Samples::byHandle).toList();
    return new Batch(By.HANDLE, targets, Chance.FIRST);
  }

  static String id(String handle) {
    return Integer.toString(handle.hashCode() & 0x7FFFFFFF);
  }

  static List<Remembered> read(Path file) {
    List<Remembered> entries = new ArrayList<>();
    Journal.read(file, entries::add);
    return entries;
  }

  static List<String> keys(List<Remembered> entries) {
    return entries.stream().map(Remembered::key).toList();
  }

  static List<String> keys(List<Remembered> entries, Ending ending) {
    return entries.stream().filter(entry -> entry.ending() == ending).map(Remembered::key).toList();
  }
}
