package dev.influx.harvester.errand;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.intake.Reject;
import dev.influx.harvester.intake.Requested;
import dev.influx.harvester.plan.Occasion;
import dev.influx.harvester.plan.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One author of a written list: what to ask for, and where that was said.
 *
 * @param name the id or the handle, as it was spelled; any text if it is neither
 * @param handle that an id had, if the list says so
 * @param source which of the lists it was, from 0
 * @param line from 1
 * @param flaw why X cannot be asked
 */
record ListLine(
    By by, String name, Optional<String> handle, int source, long line, Optional<String> flaw) {
  private static final String SEPARATOR = "\t";
  private static final Pattern SEPARATORS = Pattern.compile(SEPARATOR);
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");
  private static final int PARTS = 6;

  static ListLine of(Requested author, int source) {
    return new ListLine(
        author.by(),
        author.spelling(),
        author.id().isPresent() ? author.handle() : Optional.empty(),
        source,
        author.line(),
        Optional.empty());
  }

  static ListLine of(Reject reject, int source) {
    return new ListLine(
        By.HANDLE,
        BREAKS.matcher(reject.text()).replaceAll(" ").strip(),
        Optional.empty(),
        source,
        reject.line(),
        Optional.of(reject.reason().meaning()));
  }

  String key() {
    return By.fold(name);
  }

  Target target(List<Occasion> occasions, Set<String> open) {
    boolean byId = by == By.ID;
    return new Target(
        occasions,
        byId ? Optional.of(name) : Optional.empty(),
        byId ? handle : Optional.of(name),
        open,
        flaw,
        false);
  }

  String write() {
    return String.join(
        SEPARATOR,
        by.name(),
        name,
        handle.orElse(""),
        Integer.toString(source),
        Long.toString(line),
        flaw.orElse(""));
  }

  static ListLine read(String written) {
    String[] parts = SEPARATORS.split(written, PARTS);
    return new ListLine(
        By.valueOf(parts[0]),
        parts[1],
        Optional.of(parts[2]).filter(text -> !text.isEmpty()),
        Integer.parseInt(parts[3]),
        Long.parseLong(parts[4]),
        Optional.of(parts[5]).filter(text -> !text.isEmpty()));
  }
}
