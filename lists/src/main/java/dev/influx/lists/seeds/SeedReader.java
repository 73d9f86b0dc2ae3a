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

  /** Beyond this many, faults are counted but not listed: a hostile file must not fill memory. */
  static final int MOST_FAULTS = 1_000;

  private final List<Seed> seeds = new ArrayList<>();
  private final List<DataFault> faults = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private final SharedValues<String> sourceTypes = new SharedValues<>();
  private final SharedValues<URI> evidences = new SharedValues<>();
  private final SharedValues<Instant> instants = new SharedValues<>();
  private int unlisted;

  private record Place(String source, int line) {}

  void read(String source, Reader text) {
    try {
      CsvReader records = new CsvReader(text);
      if (headerIsRight(source, records.next())) {
        for (var next = records.next(); next.isPresent(); next = records.next()) {
          accept(source, next.get());
        }
      }
    } catch (IOException e) {
      unreadable(source, e);
    }
  }

  void unreadable(String source, IOException e) {
    fault(source, 0, "it cannot be read (" + e + ")", "check the path and its permissions");
  }

  void fault(String source, int line, String what, String remedy) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new DataFault(source, line, what, remedy));
    } else {
      unlisted++;
    }
  }

  Reading<List<Seed>> finish() {
    if (faults.isEmpty()) {
      return Reading.accepted(List.copyOf(seeds));
    }
    if (unlisted > 0) {
      faults.add(
          new DataFault("seeds", 0, unlisted + " more faults are not listed", "mend these first"));
    }
    return Reading.refused(faults);
  }

  private boolean headerIsRight(String source, Optional<CsvRecord> header) {
    String expected = "the first line must be " + String.join(",", HEADER);
    if (header.isEmpty()) {
      fault(source, 1, "it is empty", expected);
    } else if (!header.get().fields().equals(HEADER) || header.get().flaw().isPresent()) {
      String found = quote(String.join(",", header.get().fields()));
      fault(source, header.get().line(), "the header is " + found, expected);
    } else {
      return true;
    }
    return false;
  }

  private void accept(String source, CsvRecord row) {
    if (row.flaw().isPresent()) {
      row.flaw().ifPresent(flaw -> fault(source, flaw.line(), flaw.what(), flaw.remedy()));
    } else if (row.columns() != HEADER.size()) {
      fault(
          source,
          row.line(),
          row.columns() + " column(s) instead of " + HEADER.size(),
          "fill exactly " + String.join(",", HEADER));
    } else {
      readFields(source, row);
    }
  }

  private void readFields(String source, CsvRecord row) {
    SeedFields fields = new SeedFields((what, remedy) -> fault(source, row.line(), what, remedy));
    Optional<String> handle = fields.handle(row.fields().get(0));
    Optional<Domain> domain = fields.domain(row.fields().get(1));
    var sourceType = fields.sourceType(row.fields().get(2));
    var evidence = fields.evidence(row.fields().get(3));
    var fetchedAt = fields.fetchedAt(row.fields().get(4));
    boolean isNew = handle.isPresent() && isNew(handle.get(), source, row.line());
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
          quote(handle) + " is already listed at " + first.source() + ":" + first.line(),
          "keep one of the two");
    }
    return first == null;
  }
}
