package dev.influx.validator.audit.review;

import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.validator.audit.Sample;
import dev.influx.validator.audit.Sample.Drawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sample as a sheet that a reviewer fills in, in any spreadsheet or editor. */
public final class SheetWriter {
  private final Sample sample;
  private final Run run;

  private SheetWriter(Sample sample) {
    this.sample = sample;
    this.run = Run.of(sample);
  }

  /** CSV with a row an author; every row also says which audit it is of. */
  public static String csv(Sample sample) {
    SheetWriter writer = new SheetWriter(sample);
    return CsvText.row(Column.titles())
        + sample.drawn().stream().map(writer::row).collect(Collectors.joining());
  }

  private String row(Drawn drawn) {
    String id = drawn.author().id();
    String stratum = drawn.stratum().code();
    List<String> cells = new ArrayList<>();
    cells.add(id);
    cells.addAll(profile(drawn));
    cells.add(stratum);
    cells.addAll(findings(drawn));
    cells.add(""); // label
    cells.add(""); // note
    cells.addAll(run.cells());
    cells.add(run.check(id, stratum));
    return CsvText.row(cells.stream().map(Cell::guarded).toList());
  }

  private static List<String> profile(Drawn drawn) {
    Profile profile = drawn.author().profile().orElseThrow();
    return List.of(
        profile.getHandle(),
        text(profile.getName()),
        text(profile.getFollowersCount()),
        text(profile.getVerifiedType()),
        text(profile.getDescription()));
  }

  /** Finding by finding, a line in each of the three cells. */
  private List<String> findings(Drawn drawn) {
    List<Finding> found = sample.question().askedOf(drawn.author());
    return List.of(
        lines(found, Finding::getCode),
        lines(found, Finding::getRule),
        lines(found, Finding::getEvidence));
  }

  private static String lines(List<Finding> findings, Function<Finding, String> part) {
    return findings.stream().map(part).collect(Collectors.joining("\n"));
  }

  private static String text(Object value) {
    return Optional.ofNullable(value).map(Objects::toString).orElse("");
  }
}
