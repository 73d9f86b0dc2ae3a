package dev.influx.lists.seeds;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.DataFault;
import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects the seeds and the faults of several sources that must not repeat each other. */
final class SeedReader {

  static final List<String> HEADER =
      List.of("handle", "domain", "source_type", "evidence", "fetched_at");

  private final CsvTable table = new CsvTable(HEADER);
  private final List<Seed> seeds = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private final SharedValues<String> sourceTypes = new SharedValues<>();
  private final SharedValues<URI> evidences = new SharedValues<>();
  private final SharedValues<Instant> instants = new SharedValues<>();

  private record Place(String source, int line) {
    String where() {
      return new DataFault(source, line, "", "").where();
    }
  }

  void read(String source, Reader text) {
    table.read(source, text, row -> accept(source, row.line(), row.fields()));
  }

  void unreadable(String source, IOException e) {
    table.unreadable(source, e);
  }

  void fault(String source, int line, String what, String remedy) {
    table.fault(source, line, what, remedy);
  }

  Reading<List<Seed>> finish() {
    return table.finish(() -> List.copyOf(seeds));
  }

  /** Takes the fields of one seed, in the order of the header. */
  void accept(String source, int line, List<String> row) {
    SeedFields fields = new SeedFields((what, remedy) -> fault(source, line, what, remedy));
    Optional<String> handle = fields.handle(row.get(0));
    Optional<Domain> domain = fields.domain(row.get(1));
    var sourceType = fields.sourceType(row.get(2));
    var evidence = fields.evidence(row.get(3));
    var fetchedAt = fields.fetchedAt(row.get(4));
    boolean isNew = handle.isPresent() && isNew(handle.get(), source, line);
    if (isNew
        && domain.isPresent()
        && sourceType.isPresent()
        && evidence.isPresent()
        && fetchedAt.isPresent()) {
      seeds.add(
          new Seed(
              handle.get(),
              domain.get(),
              sourceTypes.shared(sourceType.get()),
              evidences.shared(evidence.get()),
              instants.shared(fetchedAt.get())));
    }
  }

  private boolean isNew(String handle, String source, int line) {
    String key = handle.toLowerCase(Locale.ROOT);
    Place first = places.putIfAbsent(key, new Place(source, line));
    if (first != null) {
      fault(
          source,
          line,
          quote(handle) + " is already listed at " + first.where(),
          "keep one of the two");
    }
    return first == null;
  }
}
