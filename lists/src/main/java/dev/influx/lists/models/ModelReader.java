package dev.influx.lists.models;

import static java.util.stream.Collectors.toMap;

import dev.influx.lists.library.Library;
import dev.influx.lists.models.Model.Assumed;
import dev.influx.lists.models.Model.Measure;
import dev.influx.lists.models.Model.Part;
import dev.influx.lists.models.Model.Rounding;
import dev.influx.lists.models.Model.Total;
import dev.influx.lists.yaml.Range;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns a mapping into a model, or reports every fault that keeps it from being one. */
public final class ModelReader {

  private static final Map<String, Measure> MEASURES = byCode(Measure.values(), Measure::scalar);
  private static final Map<String, Rounding> ROUNDINGS =
      byCode(Rounding.values(), Rounding::scalar);
  private static final Map<String, Function<StrictMapping, Optional<Total>>> TOTALS =
      Map.of("clamped", ModelReader::clamped, "calibrated", ModelReader::calibrated);

  private final TermReader terms;

  private ModelReader(Measure measure) {
    this.terms = new TermReader(measure);
  }

  public static Optional<Model> read(StrictMapping root) {
    String id = root.value("id").text(Library.ID, "m2 or m2@2");
    String description = root.text("description");
    Optional<Measure> measure = root.value("measure").choice(MEASURES);
    ModelReader reader = new ModelReader(measure.orElse(Measure.POINTS));
    List<Part> parts = Level.summingToOne(root.value("parts"), reader::part);
    Optional<Total> total = root.mapping("total").flatMap(ModelReader::total);
    return root.complete(
        () -> new Model(id, description, measure.orElseThrow(), parts, total.orElseThrow()));
  }

  private Optional<Part> part(String name, double weight, StrictMapping part) {
    Optional<Assumed> assumed =
        part.optional("assumed").flatMap(StrictValue::mapping).flatMap(ModelReader::assumed);
    Optional<Rounding> rounding =
        part.optional("rounding").flatMap(value -> value.choice(ROUNDINGS));
    List<Term> read = terms.of(part);
    return part.complete(() -> new Part(name, weight, assumed, rounding, read));
  }

  private static Optional<Assumed> assumed(StrictMapping assumed) {
    List<Input> inputs =
        assumed.value("inputs").items().stream()
            .flatMap(item -> item.choice(Input.BY_CODE).stream())
            .toList();
    double points = assumed.number("points", Range.NOT_NEGATIVE);
    return assumed.complete(() -> new Assumed(inputs, points));
  }

  private static Optional<Total> total(StrictMapping total) {
    return total.value("kind").choice(TOTALS).flatMap(kind -> kind.apply(total));
  }

  private static Optional<Total> clamped(StrictMapping total) {
    return total.complete(Total.Clamped::new);
  }

  private static Optional<Total> calibrated(StrictMapping total) {
    double scale = total.number("scale", Range.POSITIVE);
    double shift = total.number("shift", Range.ANY);
    double knee = total.number("knee", Range.POSITIVE);
    double floor = total.number("floor", Range.NOT_NEGATIVE);
    double cap = total.number("cap", Range.POSITIVE);
    if (floor >= knee || knee >= cap || cap > 100) {
      total.refuse("has floor, knee and cap out of order", "let floor < knee < cap <= 100");
    }
    return total.complete(() -> new Total.Calibrated(scale, shift, knee, floor, cap));
  }

  private static <T> Map<String, T> byCode(T[] values, Function<T, String> code) {
    return Stream.of(values).collect(toMap(code, Function.identity()));
  }
}
