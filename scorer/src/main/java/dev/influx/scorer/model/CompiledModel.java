package dev.influx.scorer.model;

import dev.influx.lists.models.Model;
import dev.influx.lists.policies.Lexicon;
import dev.influx.schemas.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A declared model made ready to compute: its terms as functions, its lexicons in one index. */
final class CompiledModel implements ScoreModel {
  /** Room for the adjustments of nearly every author. */
  private static final int SPARE = 2;

  private final Model model;
  private final Vocabulary vocabulary;
  private final List<CompiledPart> parts = new ArrayList<>();
  private final Finish finish;
  private final int terms;
  private final int activity;
  private final int quality;
  private final int relevance;

  CompiledModel(Model model, List<Lexicon> lexicons) {
    this.model = model;
    this.vocabulary = new Vocabulary(lexicons, model.rules().toList());
    this.finish = Finish.of(model.total());
    AtomicInteger places = new AtomicInteger();
    CompiledPart.Terms shared =
        new CompiledPart.Terms(new Signals(vocabulary), places::getAndIncrement);
    for (Model.Part part : model.parts()) {
      double points = model.measure().points();
      parts.add(new CompiledPart(part, parts.size(), points, finish.worth(), shared));
    }
    this.terms = places.get();
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
    return compute(subject).map(this::score);
  }

  @Override
  public Optional<Explanation> explain(Subject subject) {
    return compute(subject).map(this::explain);
  }

  private Optional<Computed> compute(Subject subject) {
    Facts facts = new Facts(subject, vocabulary);
    Yields yields = new Yields(terms, parts.size());
    double sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      CompiledPart part = parts.get(i);
      sum += part.weight() * part.value(facts, yields);
    }
    return Double.isNaN(sum) ? Optional.empty() : Optional.of(new Computed(facts, yields, sum));
  }

  private Score score(Computed computed) {
    double total = finish.total(computed.sum());
    Contributions contributions = new Contributions(terms + SPARE);
    takeApart(computed, contributions);
    return new Score(
        model.id(),
        total,
        Rounding.oneDecimal(total),
        component(activity, computed),
        component(quality, computed),
        component(relevance, computed),
        contributions.all());
  }

  private static Double component(int part, Computed computed) {
    return part < 0 ? null : computed.yields().valueOf(part);
  }

  private Explanation explain(Computed computed) {
    Explainer explainer = new Explainer(this, score(computed), computed.facts());
    takeApart(computed, explainer);
    return explainer.explanation();
  }

  private void takeApart(Computed computed, Pieces pieces) {
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).takeApart(computed.facts(), computed.yields(), pieces);
    }
    finish.takeApart(computed.sum(), pieces);
  }

  /**
   * A score before it is written down.
   *
   * @param sum the weighted sum of the parts
   */
  private record Computed(Facts facts, Yields yields, double sum) {}
}
