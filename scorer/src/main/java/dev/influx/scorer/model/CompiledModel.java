package dev.influx.scorer.model;

import dev.influx.lists.models.Model;
import dev.influx.lists.policies.Lexicon;
import dev.influx.schemas.Score;
import java.util.List;
import java.util.Optional;

/** A declared model made ready to compute: its terms as functions, its lexicons in one index. */
final class CompiledModel implements ScoreModel {
  private final Model model;
  private final Vocabulary vocabulary;
  private final List<CompiledPart> parts;
  private final Finish finish;
  private final int activity;
  private final int quality;
  private final int relevance;

  CompiledModel(Model model, List<Lexicon> lexicons) {
    this.model = model;
    this.vocabulary = new Vocabulary(lexicons, model.rules().toList());
    Signals signals = new Signals(vocabulary);
    this.parts =
        model.parts().stream()
            .map(part -> new CompiledPart(part, model.measure(), signals))
            .toList();
    this.finish = Finish.of(model.total());
    List<String> names = parts.stream().map(CompiledPart::name).toList();
    this.activity = names.indexOf("activity");
    this.quality = names.indexOf("quality");
    this.relevance = names.indexOf("relevance");
  }

  @Override
  public String version() {
    return model.id();
  }

  @Override
  public Optional<Score> score(Subject subject) {
    double[] values = new double[parts.size()];
    double total = finish.total(sum(new Facts(subject, vocabulary), values));
    return Double.isNaN(total) ? Optional.empty() : Optional.of(score(total, values));
  }

  private double sum(Facts facts, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = parts.get(i).value(facts);
      sum += parts.get(i).weight() * values[i];
    }
    return sum;
  }

  private Score score(double total, double[] values) {
    return new Score(
        model.id(),
        total,
        Rounding.oneDecimal(total),
        component(activity, values),
        component(quality, values),
        component(relevance, values));
  }

  private static Double component(int part, double[] values) {
    return part < 0 ? null : values[part];
  }

  @Override
  public Optional<Explanation> explain(Subject subject) {
    return score(subject)
        .map(score -> new Explainer(this, parts, finish).explain(score, facts(subject)));
  }

  private Facts facts(Subject subject) {
    return new Facts(subject, vocabulary);
  }
}
