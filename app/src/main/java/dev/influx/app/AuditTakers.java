package dev.influx.app;

import dev.influx.validator.audit.AuditedAuthor;
import dev.influx.validator.audit.Question;
import dev.influx.validator.audit.Sample;
import dev.influx.validator.audit.Sampling;
import dev.influx.validator.audit.review.KnownAuthors;

/** What an audit does with the authors it reads. */
final class AuditTakers {
  private AuditTakers() {}

  /** Draws some of them for people to look at. */
  static final class Drawing implements AuditTaker {
    private final Question question;
    private final Sampling sampling;

    Drawing(Question question, long seed, int wanted) {
      this.question = question;
      this.sampling = new Sampling(question, seed, wanted);
    }

    @Override
    public void take(AuditedAuthor author) {
      sampling.add(author);
    }

    @Override
    public boolean mayShow(AuditedAuthor author) {
      return question.stratum(author).isPresent();
    }

    Sample sample() {
      return sampling.sample();
    }
  }

  /** Finds those of whom it is known what they are. */
  record Comparing(KnownAuthors known) implements AuditTaker {
    @Override
    public void take(AuditedAuthor author) {
      known.add(author);
    }

    @Override
    public boolean mayShow(AuditedAuthor author) {
      return known.knows(author);
    }
  }
}
