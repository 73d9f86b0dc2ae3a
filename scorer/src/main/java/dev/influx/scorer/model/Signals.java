package dev.influx.scorer.model;

import dev.influx.lists.models.Rule;

/** Makes each kind of rule ready to compute. */
final class Signals implements Rule.Cases<Signal> {
  private final Vocabulary vocabulary;

  Signals(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public Signal ofNumber(Rule.OfNumber rule) {
    return new NumberSignal(rule);
  }

  @Override
  public Signal badge(Rule.Badge rule) {
    return new BadgeSignal(rule);
  }

  @Override
  public Signal pinned(Rule.Pinned rule) {
    return new PinnedSignal(rule);
  }

  @Override
  public Signal description(Rule.Description rule) {
    return new DescriptionSignal(rule, vocabulary.listOf(rule));
  }

  @Override
  public Signal identity(Rule.Identity rule) {
    return new IdentitySignal(rule);
  }

  @Override
  public Signal alignment(Rule.Alignment rule) {
    return new AlignmentSignal(rule);
  }

  @Override
  public Signal keywords(Rule.Keywords rule) {
    return new KeywordSignal(rule);
  }

  @Override
  public Signal tags(Rule.Tags rule) {
    return new TagSignal(rule);
  }
}
