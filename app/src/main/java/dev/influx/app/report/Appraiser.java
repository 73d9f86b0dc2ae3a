package dev.influx.app.report;

import dev.influx.app.pipe.RecordedHistory;
import dev.influx.app.report.Appraised.Author;
import dev.influx.app.report.Appraised.Mark;
import dev.influx.app.report.Appraised.Opinion;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.Score;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.xuser.Badge;
import dev.influx.scorer.activity.History;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.evaluation.Judgement;
import dev.influx.scorer.model.Movement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Says of one author what a report needs to know: what a policy thinks, or what is on record
 * already, and what another policy thinks of the same author.
 */
public final class Appraiser {
  private final Evaluator policy;
  private final boolean judgesAgain;
  private final Optional<Evaluator> against;
  private final KnownPolicies known;

  /**
   * Prepares for authors of any kind.
   *
   * @param policy judges what has not been judged
   * @param judgesAgain whether it judges also what has been
   */
  public Appraiser(Policy policy, boolean judgesAgain, Optional<Policy> against) {
    this.policy = Evaluator.withoutLanguages(policy);
    this.judgesAgain = judgesAgain;
    this.against = against.map(Evaluator::withoutLanguages);
    this.known = new KnownPolicies(Stream.concat(Stream.of(policy), against.stream()).toList());
  }

  /** An author who has not been judged yet; many threads may ask at once. */
  public Appraised observed(History history) {
    Function<Evaluator, Standing> judging = by -> Standing.of(by.judge(history));
    return appraise(history.last(), judging.apply(policy), judging);
  }

  Appraised accepted(ScoredProfile author) {
    return listed(Listed.of(author));
  }

  Appraised listed(Listed author) {
    Function<Evaluator, Standing> judging =
        by -> Standing.of(by.judge(author.history(), author.pace()));
    Standing own = judgesAgain ? judging.apply(policy) : recorded(author);
    return appraise(author.seen(), own, judging);
  }

  Appraised rejected(RejectedProfile author) {
    // The topic of rejected authors says neither samples nor pace: what is left is the whole life.
    History history = RecordedHistory.of(author);
    Function<Evaluator, Standing> judging = by -> Standing.of(by.judge(history));
    Standing own = judgesAgain ? judging.apply(policy) : Standing.of(author);
    return appraise(history.last(), own, judging);
  }

  private Standing recorded(Listed author) {
    return new Standing(author.policy(), List.of(), Optional.of(known.explained(author)));
  }

  private Appraised appraise(RawProfile seen, Standing own, Function<Evaluator, Standing> judging) {
    Optional<Standing> other = against.map(judging);
    return new Appraised(
        author(seen),
        Optional.ofNullable(seen.getProfile()).map(profile -> Fact.of(seen)),
        opinion(own),
        other.map(this::opinion),
        other.flatMap(standing -> movement(own, standing)));
  }

  private Opinion opinion(Standing standing) {
    return new Opinion(
        standing.policy().map(known::completed), standing.codes(), standing.score().map(Mark::of));
  }

  private static Author author(RawProfile seen) {
    Optional<Profile> profile = Optional.ofNullable(seen.getProfile());
    return new Author(
        seen.getId(),
        profile.map(Profile::getHandle).or(() -> Optional.ofNullable(seen.getHandle())),
        // Few domains stand in many records.
        Optional.ofNullable(seen.getDomain()).map(String::intern),
        profile.map(Badge::of),
        profile.map(Profile::getFollowersCount));
  }

  private static Optional<Movement> movement(Standing before, Standing after) {
    return before.score().flatMap(from -> after.score().flatMap(to -> Movement.greatest(from, to)));
  }

  /** Where an author stands under a policy, with the whole score. */
  private record Standing(Optional<PolicyName> policy, List<String> codes, Optional<Score> score) {

    static Standing of(Judgement judgement) {
      return judgement.fold(Standing::of, Standing::of);
    }

    static Standing of(ScoredProfile author) {
      PolicyName policy = PolicyName.of(author.getPolicy());
      return new Standing(Optional.of(policy), List.of(), Optional.of(author.getScore()));
    }

    static Standing of(RejectedProfile author) {
      List<String> codes =
          author.getFindings().stream()
              .map(Finding::getCode)
              .map(String::intern)
              .distinct()
              .toList();
      Optional<Score> score = Optional.ofNullable(author.getScore());
      return new Standing(Optional.of(PolicyName.of(author.getPolicy())), codes, score);
    }
  }
}
