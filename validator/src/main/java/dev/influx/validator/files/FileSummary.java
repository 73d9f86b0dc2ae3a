package dev.influx.validator.files;

import dev.influx.validator.files.Fault.Severity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was found in a file, counted.
 *
 * @param codes how often each was found
 * @param policySha256 the policy that the first record names
 */
public record FileSummary(
    String file,
    long lines,
    long authors,
    SortedMap<String, Count> codes,
    Optional<String> policySha256) {

  public FileSummary {
    codes = Collections.unmodifiableSortedMap(new TreeMap<>(codes));
  }

  /** How many faults of one code there are. */
  public record Count(long violations, long warnings) {
    public Count plus(Count other) {
      return new Count(violations + other.violations, warnings + other.warnings);
    }

    Count plus(Severity severity) {
      return severity == Severity.VIOLATION
          ? new Count(violations + 1, warnings)
          : new Count(violations, warnings + 1);
    }
  }

  public long violations() {
    return codes.values().stream().mapToLong(Count::violations).sum();
  }

  public long warnings() {
    return codes.values().stream().mapToLong(Count::warnings).sum();
  }

  /** Counts while a file is read. */
  static final class Counter {
    private static final Count NONE = new Count(0, 0);

    private final Map<String, Count> codes = new TreeMap<>();
    private long lines;
    private long authors;

    void lines(long more) {
      lines += more;
    }

    void author() {
      authors++;
    }

    void fault(Fault fault) {
      codes.put(fault.code(), codes.getOrDefault(fault.code(), NONE).plus(fault.severity()));
    }

    long authors() {
      return authors;
    }

    FileSummary summary(String file, Optional<String> policySha256) {
      return new FileSummary(file, lines, authors, new TreeMap<>(codes), policySha256);
    }
  }
}
