package dev.influx.validator;

import dev.influx.lists.rules.AuthenticityRules;
import dev.influx.schemas.Finding;
import dev.influx.schemas.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What X answered could have been answered of a real account. */
final class AuthenticityGate implements Gate {
  private static final String CODE = "inauthentic";
  private static final Instant FIRST_POST = Instant.parse("2006-03-21T00:00:00Z");
  private static final long SECONDS_A_DAY = 86_400;
  private static final String COUNTED = "1234567890123";

  private final AuthenticityRules rules;
  private final AccountAges ages;
  private final MadeUpNumbers numbers;
  private final long threshold;

  AuthenticityGate(AuthenticityRules rules) {
    this.rules = rules;
    this.ages = new AccountAges(rules);
    this.numbers = new MadeUpNumbers(rules);
    this.threshold = Weighed.parts(rules.threshold());
  }

  @Override
  public void examine(Examined author, Findings findings) {
    Doubts doubts = new Doubts();
    examineId(author.observation().getId(), doubts);
    examineDate(author, doubts);
    numbers.examine(author.profile(), doubts);
    if (doubts.weight >= threshold) {
      doubts.found.forEach(findings::refuse);
    }
  }

  /** What speaks against an account, with its weight. */
  static final class Doubts {
    private final List<Finding> found = new ArrayList<>(0);
    private long weight;

    void add(String rule, double weighs, String evidence) {
      found.add(new Finding(CODE, "authenticity." + rule, evidence));
      weight += Weighed.parts(weighs);
    }
  }

  private void examineId(String id, Doubts doubts) {
    if (!AccountAges.isNumber(id)) {
      doubts.add(
          "malformed_id", rules.weights().malformedId(), "the id is no number of 1 to 19 digits");
    } else if (id.charAt(0) == '0' || id.startsWith(COUNTED)) {
      doubts.add(
          "placeholder_id", rules.weights().placeholderId(), "the id " + id + " is a placeholder");
    }
  }

  private void examineDate(Examined author, Doubts doubts) {
    Profile profile = author.profile();
    Instant made = profile.getCreatedAt();
    if (made == null) {
      return;
    }
    if (made.isAfter(author.observation().getFetchedAt())) {
      doubts.add("future", rules.weights().future(), "created " + made + ", after it was seen");
    }
    if (made.isBefore(FIRST_POST)) {
      doubts.add("before_x", rules.weights().beforeX(), "created " + made + ", before there was X");
    }
    if (made.getEpochSecond() % SECONDS_A_DAY == 0) {
      doubts.add(
          "midnight", rules.weights().midnight(), "created " + made + ", exactly at midnight");
    }
    ages.examine(author.observation().getId(), made, doubts);
  }
}
