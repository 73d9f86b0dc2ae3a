package dev.influx.validator.audit;

import dev.influx.schemas.Finding;
import dev.influx.validator.audit.Sample.Drawn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Draws a sample in one pass: half of it flagged authors, half clean ones, and where one side has
 * too few, more of the other. Seed and id alone decide by lot who is drawn before whom, so the
 * order of the authors does not matter, and the memory it takes grows with the sample only.
 *
 * <p>An author who comes more than once counts as often in the population, and is drawn once, as he
 * was seen last.
 */
public final class Sampling {
  private final Question question;
  private final long seed;
  private final int wanted;
  private final Lots lots;
  private final Map<Stratum, Draw> draws = new EnumMap<>(Stratum.class);
  private final SortedMap<String, Long> codes = new TreeMap<>();
  private final SortedMap<String, Long> leftOut = new TreeMap<>();

  /** Nobody has been seen yet. */
  public Sampling(Question question, long seed, int wanted) {
    this.question = question;
    this.seed = seed;
    this.wanted = wanted;
    this.lots = new Lots(seed);
    for (Stratum stratum : Stratum.values()) {
      // Twice as many as are ever taken of a side: some may turn out to belong to the other.
      draws.put(stratum, new Draw(2 * wanted));
    }
  }

  public void add(AuditedAuthor author) {
    question
        .stratum(author)
        .ifPresentOrElse(stratum -> add(stratum, author), () -> leaveOut(author));
  }

  private void add(Stratum stratum, AuditedAuthor author) {
    draws.get(stratum).add(lots.of(author.id()), author);
    author.findings().stream()
        .map(Finding::getCode)
        .distinct()
        .forEach(code -> codes.merge(code, 1L, Long::sum));
  }

  private void leaveOut(AuditedAuthor author) {
    leftOut.merge(Question.fact(author).orElse("no_profile"), 1L, Long::sum);
  }

  /** What was drawn of all authors so far. */
  public Sample sample() {
    Population population =
        new Population(
            draws.get(Stratum.FLAGGED).seen(), draws.get(Stratum.CLEAN).seen(), codes, leftOut);
    List<AuditedAuthor> flagged = candidates(Stratum.FLAGGED);
    List<AuditedAuthor> clean = candidates(Stratum.CLEAN);
    int ofFlagged = Math.min(flagged.size(), Math.max(wanted - wanted / 2, wanted - clean.size()));
    int ofClean = Math.min(clean.size(), wanted - ofFlagged);
    List<Drawn> drawn =
        Stream.concat(
                flagged.stream().limit(ofFlagged).map(each -> new Drawn(Stratum.FLAGGED, each)),
                clean.stream().limit(ofClean).map(each -> new Drawn(Stratum.CLEAN, each)))
            .toList();
    return new Sample(question, seed, wanted, population, drawn);
  }

  /** Without those who were seen later on the other side. */
  private List<AuditedAuthor> candidates(Stratum stratum) {
    Draw other = draws.get(stratum.other());
    return draws
        .get(stratum)
        .inOrder()
        .filter(
            lot ->
                other
                    .find(lot.getKey())
                    .filter(there -> Draw.isLater(there, lot.getValue()))
                    .isEmpty())
        .map(Map.Entry::getValue)
        .toList();
  }
}
