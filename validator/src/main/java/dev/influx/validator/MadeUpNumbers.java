package dev.influx.validator;

import dev.influx.lists.rules.AuthenticityRules;
import dev.influx.lists.rules.AuthenticityRules.Numbers;
import dev.influx.lists.rules.AuthenticityRules.Weights;
import dev.influx.schemas.Profile;
import dev.influx.validator.AuthenticityGate.Doubts;

/** Tells numbers that somebody invented: round ones, and digits in the order of counting. */
final class MadeUpNumbers {
  private static final int SHORTEST_RUN = 4;
  private static final int LONG_RUN = 6;

  private final Numbers limits;
  private final Weights weights;

  MadeUpNumbers(AuthenticityRules rules) {
    this.limits = rules.numbers();
    this.weights = rules.weights();
  }

  void examine(Profile profile, Doubts doubts) {
    examineLists(profile.getFollowersCount(), profile.getListedCount(), doubts);
    Long[] numbers = {
      profile.getFollowersCount(),
      profile.getFollowingCount(),
      profile.getTweetCount(),
      profile.getListedCount(),
      profile.getLikesGiven(),
      profile.getMediaCount()
    };
    examineNumbers(numbers, doubts);
  }

  private void examineLists(Long followers, Long listed, Doubts doubts) {
    boolean unlisted = listed != null && listed == 0;
    if (unlisted && followers != null && followers >= limits.unlistedFromFollowers()) {
      doubts.add("unlisted", weights.unlisted(), followers + " followers, and on no list");
    }
  }

  private void examineNumbers(Long[] numbers, Doubts doubts) {
    int round = 0;
    int runs = 0;
    for (Long number : numbers) {
      if (number != null && number > 0) {
        round += number % 100 == 0 ? 1 : 0;
        runs += runs(number);
      }
    }
    if (round >= limits.roundFrom()) {
      doubts.add("round_numbers", weights.roundNumbers(), round + " numbers are whole hundreds");
    }
    if (runs >= limits.runsFrom()) {
      double weight = weights.digitRuns() * runs / limits.runsFrom();
      doubts.add("digit_runs", weight, "numbers whose digits count up or down");
    }
  }

  /** A long run counts as two: it is as unlikely as two short ones. */
  private static int runs(long number) {
    int digits = 1;
    long step = number % 10 - number / 10 % 10;
    if (step != 1 && step != -1) {
      return 0;
    }
    for (long rest = number; rest >= 10; rest /= 10) {
      if (rest % 10 - rest / 10 % 10 != step) {
        return 0;
      }
      digits++;
    }
    if (digits < SHORTEST_RUN) {
      return 0;
    }
    return digits < LONG_RUN ? 1 : 2;
  }
}
