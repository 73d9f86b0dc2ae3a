package dev.influx.app;

import dev.influx.validator.files.Fault;
import dev.influx.validator.files.Fault.Severity;
import dev.influx.validator.files.FileSummary;
import dev.influx.validator.files.FileSummary.Count;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Columns of fixed width: a table that had to know its widest entry could not stream. Of each code
 * the first are shown, and all are counted.
 */
final class ValidationTable implements ValidationReport {
  private static final int LONGEST_REASON = 300;

  /** Control characters, ends of lines, and what turns the direction of writing. */
  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

  private final int limit;
  private final Map<String, Long> found = new HashMap<>();
  private boolean headed;

  ValidationTable(int limit) {
    this.limit = limit;
  }

  @Override
  public Optional<String> fault(String file, Fault fault) {
    if (found.merge(fault.code(), 1L, Long::sum) > limit) {
      return Optional.empty();
    }
    String at = fault.line() == 0 ? file : file + ":" + fault.line();
    String id = Objects.requireNonNullElse(fault.id(), "-");
    String row = row(at, id, fault.code(), plain(reason(fault)));
    String head = headed ? "" : row("LINE", "ID", "CODE", "REASON") + "\n";
    headed = true;
    return Optional.of(head + row);
  }

  private static String row(String at, String id, String code, String reason) {
    return String.format(Locale.ROOT, "%-20s %-19s %-22s %s", at, plain(id), code, reason)
        .stripTrailing();
  }

  private static String reason(Fault fault) {
    String weight = fault.severity() == Severity.WARNING ? "(warning) " : "";
    String where = fault.where() == null || fault.where().isEmpty() ? "" : fault.where() + ": ";
    return weight + where + fault.reason();
  }

  /** What comes from a file must not steer the terminal. */
  private static String plain(String text) {
    String begin =
        text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "...";
    return STEERING.matcher(begin).replaceAll("?");
  }

  @Override
  public List<String> summary(List<FileSummary> files) {
    List<String> lines = new ArrayList<>();
    Map<String, Count> codes = codes(files);
    if (!codes.isEmpty()) {
      lines.add("");
      Table table = new Table("CODE", "VIOLATIONS", "WARNINGS").rightAligned(1, 2);
      codes.forEach(
          (code, count) -> table.add(code, number(count.violations()), number(count.warnings())));
      lines.addAll(table.lines());
      lines.add("");
    }
    files.forEach(file -> lines.add(sentence(file)));
    if (found.values().stream().anyMatch(count -> count > limit)) {
      lines.add("Of each code the first " + number(limit) + " are shown; --limit shows more.");
    }
    return lines;
  }

  private static Map<String, Count> codes(List<FileSummary> files) {
    Map<String, Count> codes = new TreeMap<>();
    for (FileSummary file : files) {
      file.codes().forEach((code, count) -> codes.merge(code, count, Count::plus));
    }
    return codes;
  }

  private static String sentence(FileSummary file) {
    return String.format(
        Locale.ROOT,
        "%s: %,d authors, %,d violations, %,d warnings",
        file.file(),
        file.authors(),
        file.violations(),
        file.warnings());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
