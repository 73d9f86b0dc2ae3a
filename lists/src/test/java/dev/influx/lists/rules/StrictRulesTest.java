package dev.influx.lists.rules;

import static dev.influx.lists.rules.TestingRules.faultsWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the readers refuse, in the words that a person sees. */
final class StrictRulesTest {

  private static final String TERMS = "r:20: organizations.signals[bio_company].terms";

  @Test
  void refusesATermThatIsThereTwice() {
    assertThat(faultsWith("our customers, 公司", "our mission"))
        .containsExactly(TERMS + "[2] \"our mission\" is there twice; keep one of them");
  }

  @Test
  void refusesATermThatIsFoundWhereverAnotherIs() {
    assertThat(faultsWith("our customers, 公司", "our mission statement"))
        .containsExactly(
            TERMS
                + "[2] \"our mission statement\" is found by \"our mission\" too; keep one of them");
    assertThat(faultsWith("our customers, 公司", "our miss*"))
        .containsExactly(
            TERMS + "[1] \"our mission\" is found by \"our miss*\" too; keep one of them");
    assertThat(faultsWith("our customers, 公司", "missions, mission*"))
        .containsExactly(
            TERMS + "[1] \"our mission\" is found by \"mission*\" too; keep one of them",
            TERMS + "[2] \"missions\" is found by \"mission*\" too; keep one of them");
    assertThat(faultsWith("our customers, 公司", "公司, 有限公司"))
        .containsExactly(TERMS + "[3] \"有限公司\" is found by \"公司\" too; keep one of them");
    assertThat(faultsWith("our customers, 公司", "missions, your mission, our mission*"))
        .containsExactly(
            TERMS + "[1] \"our mission\" is found by \"our mission*\" too; keep one of them");
  }

  @Test
  void refusesTermsThatCouldNeverBeFound() {
    assertThat(faultsWith("our customers, 公司", "Our Team, сео, '***', a*b, 42"))
        .containsExactly(
            TERMS + "[2] \"Our Team\" is never found: texts are folded first; write our team",
            TERMS + "[3] \"сео\" is never found: texts are folded first; write ceo",
            TERMS + "[4] \"***\" has no letter and no digit; write a word, or $* for cashtags",
            TERMS + "[5] \"a*b\" has a * that is not at the end; move it there, or remove it",
            TERMS + "[6] is not text; write text, in quotes only if it is text");
  }

  @Test
  void refusesATermThatSpeaksTwiceForTheSameClaim() {
    assertThat(faultsWith("weight: -1\n      terms: [my views]", "weight: 1\n      terms: [公司]"))
        .containsExactly(
            "r:26: organizations.signals[bio_person].terms[1] \"公司\" is in signal bio_company too;"
                + " keep one of them");
    assertThat(faultsWith("terms: [my views]", "terms: [公司]")).isEmpty();
    assertThat(
            faultsWith(
                "where: bio\n      weight: -1\n      terms: [my views]",
                "where: name\n      weight: 1\n      terms: [公司]"))
        .isEmpty();
  }

  @Test
  void refusesSignalsWithoutAName() {
    assertThat(faultsWith("name: bio_person", "name: bio_company"))
        .containsExactly(
            "r:23: organizations.signals[bio_company] is there twice; give it another name");
    assertThat(faultsWith("name: bio_person", "name: Bio"))
        .containsExactly(
            "r:23: organizations.signals[2].name is \"Bio\"; write a name such as bio_company");
    assertThat(faultsWith("where: bio\n      weight: -1", "where: boi\n      weight: -1"))
        .containsExactly(
            "r:24: organizations.signals[bio_person].where is \"boi\"; did you mean bio?");
    assertThat(faultsWith("      terms: [my views]\n", ""))
        .containsExactly(
            "r:23: organizations.signals[bio_person] has neither terms nor phrases; add at least"
                + " one");
  }

  @Test
  void refusesPatternsThatNoLinearEngineRuns() {
    String matches = "r:22: organizations.signals[bio_company].phrases[1].matches is no pattern ";
    assertThat(faultsWith("'official\\s+(\\w+\\s+){0,3}account'", "'(account'"))
        .containsExactly(
            matches + "(missing closing ): \"(account\"); write it in the syntax of RE2");
    assertThat(faultsWith("'official\\s+(\\w+\\s+){0,3}account'", "'(a)account\\1'"))
        .containsExactly(
            matches + "(invalid escape sequence: \"\\1\"); write it in the syntax of RE2");
    assertThat(faultsWith("'official\\s+(\\w+\\s+){0,3}account'", "'(?=a)account'"))
        .containsExactly(
            matches
                + "(invalid or unsupported Perl syntax: \"(?=\"); write it in the syntax of RE2");
    assertThat(faultsWith("'official\\s+(\\w+\\s+){0,3}account'", "'account{1001}'"))
        .containsExactly(
            matches + "(invalid repeat count: \"{1001}\"); write it in the syntax of RE2");
  }

  @Test
  void refusesPatternsThatGrowWhenTheyAreCompiled() {
    String bomb = "'account((a{1,1000}){1000}){1000,}'";
    assertThat(faultsWith("'official\\s+(\\w+\\s+){0,3}account'", bomb))
        .containsExactly(
            "r:22: organizations.signals[bio_company].phrases[1].matches repeats so much that it"
                + " would not fit; repeat less often, or unboundedly");
    assertThat(faultsWith("{0,3}account", "{0,40}account.{0,40}")).isEmpty();
  }

  @Test
  void refusesPhrasesWhoseLiteralSavesNothing() {
    String needs = "r:22: organizations.signals[bio_company].phrases[1].needs ";
    assertThat(faultsWith("needs: account", "needs: firm"))
        .containsExactly(
            needs
                + "is \"firm\", which does not stand in the pattern; write letters of the pattern"
                + " without which it cannot match");
    assertThat(faultsWith("needs: account, matches: 'off", "needs: Account, matches: 'Account off"))
        .containsExactly(
            needs + "\"Account\" is never found: texts are folded first; write account");
    assertThat(faultsWith("needs: account", "needs: ' '"))
        .containsExactly(needs + "is \"\"; write 1 to 500 characters on one line");
  }

  @Test
  void refusesWeightsThatWeighNothingOrTheWrongWay() {
    String evidence = "; write a number from -10 to 10, but not 0, in 15 digits";
    assertThat(faultsWith("weight: 0.7", "weight: 0"))
        .containsExactly("r:19: organizations.signals[bio_company].weight is \"0\"" + evidence);
    assertThat(faultsWith("weight: 0.7", "weight: 10.1"))
        .containsExactly("r:19: organizations.signals[bio_company].weight is \"10.1\"" + evidence);
    assertThat(faultsWith("own_affiliation: 1", "own_affiliation: -11"))
        .containsExactly("r:15: organizations.own_affiliation is \"-11\"" + evidence);
    assertThat(faultsWith("{weight: 2,", "{weight: 0,"))
        .containsExactly(
            "r:11: organizations.known.weight is \"0\"; write a number above 0, in 15 digits");
    assertThat(faultsWith("weight: -0.6", "weight: 0.6"))
        .containsExactly(
            "r:13: organizations.personal_name.weight is \"0.6\"; write a number below 0, in 15"
                + " digits");
    assertThat(faultsWith("future: 1", "future: 0"))
        .containsExactly(
            "r:72: authenticity.weights.future is \"0\"; write a number above 0, at most 1, in 15"
                + " digits");
    assertThat(faultsWith("near_weight: 0.5", "near_weight: 1.5"))
        .containsExactly(
            "r:54: authenticity.snowflakes.near_weight is \"1.5\"; write a number above 0, at most"
                + " 1, in 15 digits");
  }

  @Test
  void refusesHandlesThatNobodyCouldHave() {
    String handles = "r:11: organizations.known.handles";
    assertThat(faultsWith("[github, openai]", "[OpenAI, '@github', a-b, github, github]"))
        .containsExactly(
            handles + "[1] is \"OpenAI\", which is no handle in lower case; write openai",
            handles + "[2] is \"@github\", which is no handle in lower case; write github",
            handles
                + "[3] is \"a-b\", which is no handle in lower case; write 1 to 15 of a-z, 0-9 and"
                + " _, without @",
            handles + "[5] \"github\" is there twice; keep one of them");
    assertThat(faultsWith("[octocat]", "[a234567890123456, octocat, octocat]"))
        .containsExactly(
            "r:27: organizations.exceptions[1] is \"a234567890123456\", which is no handle in lower"
                + " case; write 1 to 15 of a-z, 0-9 and _, without @",
            "r:27: organizations.exceptions[3] \"octocat\" is there twice; keep one of them");
    assertThat(faultsWith("[test_, mock_]", "[test_, test_a, Mock]"))
        .containsExactly(
            "r:88: identity.made_up_handles[3] is \"Mock\", which is no handle in lower case; write"
                + " mock",
            "r:88: identity.made_up_handles has \"test_a\", which begins with \"test_\"; keep one of"
                + " them");
  }

  @Test
  void refusesBadgesThatXDoesNotGive() {
    assertThat(faultsWith("[business, government]", "[Business, goverment, blue, blue]"))
        .containsExactly(
            "r:10: organizations.badges[1] is \"Business\"; did you mean business?",
            "r:10: organizations.badges[2] is \"goverment\"; did you mean government?",
            "r:10: organizations.badges[4] is there twice; keep one of them");
    assertThat(faultsWith("[business, government]", "[blue, none, legacy, org]")).isEmpty();
  }

  @Test
  void refusesNamesThatAreNoNames() {
    assertThat(faultsWith("[ada, åsa]", "[ada, Åsa, ada, '--']"))
        .containsExactly(
            "r:14: organizations.personal_name.given_names.names[2] \"Åsa\" is never found: texts"
                + " are folded first; write åsa",
            "r:14: organizations.personal_name.given_names.names[3] \"ada\" is there twice; keep one"
                + " of them",
            "r:14: organizations.personal_name.given_names.names[4] \"--\" has no letter and no"
                + " digit; write a word, or $* for cashtags");
  }

  @Test
  void refusesCategoriesThatNoCodeCanName() {
    assertThat(faultsWith("name: controversy", "name: nsfw"))
        .containsExactly("r:44: risk.categories[nsfw] is there twice; give it another name");
    assertThat(faultsWith("name: controversy", "name: x2"))
        .containsExactly("r:44: risk.categories[x2].name is \"x2\"; write a name such as nsfw");
    assertThat(faultsWith("excluding_flags: 2", "excluding_flags: 0"))
        .containsExactly(
            "r:37: risk.excluding_flags is \"0\"; write a decimal number from 1 to 100");
  }

  @Test
  void refusesCurvesThatDoNotRise() {
    String points = "authenticity.sequential_ids.curve.points";
    assertThat(faultsWith("783214 2007-02-20T14:35:54Z", "12 2006-03-21T20:50:14Z"))
        .containsExactly(
            "r:62: "
                + points
                + "[2] has an id that is not above 12; let ids rise from point to point",
            "r:62: "
                + points
                + "[2] has a date that is not after 2006-03-21T20:50:14Z; let dates rise from point"
                + " to point");
    assertThat(faultsWith("        - 783214 2007-02-20T14:35:54Z\n", ""))
        .containsExactly("r:61: " + points + " has one point; write two or more");
    assertThat(faultsWith("12 2006-03-21T20:50:14Z", "12 2006-03-20T23:59:59Z"))
        .containsExactly(
            "r:61: " + points + "[1] is before X was; write a date from 2006-03-21 on");
    assertThat(faultsWith("783214 2007-02-20T14:35:54Z", "783214 2007-02-30"))
        .containsExactly(
            "r:62: "
                + points
                + "[2] is \"783214 2007-02-30\"; write an id and a date, such as 12"
                + " 2006-03-21T20:50:14Z");
  }

  @Test
  void refusesTolerancesAndTestsThatHoldForAll() {
    assertThat(faultsWith("near_seconds: 3600", "near_seconds: 30"))
        .containsExactly(
            "r:54: authenticity.snowflakes.near_seconds is below tolerance_seconds; raise it: what"
                + " is near lies outside");
    assertThat(faultsWith("round_from: 3", "round_from: 0"))
        .containsExactly(
            "r:67: authenticity.numbers.round_from is \"0\"; write a decimal number from 1 to"
                + " 999999999999999999");
    assertThat(faultsWith("same_second: yes", "same_second: on"))
        .containsExactly("r:78: authenticity.copies.same_second is \"on\"; write yes or no");
  }

  @Test
  void refusesWhatNoAuthorCouldMeet() {
    assertThat(faultsWith("handle: '^[A-Za-z0-9_]{1,15}$'", "handle: '^[A-Z'"))
        .containsExactly(
            "r:86: identity.handle is no pattern (missing closing ]: \"[A-Z\"); write it in the"
                + " syntax of RE2");
    assertThat(faultsWith("account_id: '^[0-9]{1,19}$'", "account_id: '^(?!0)'"))
        .containsExactly(
            "r:87: identity.account_id is no pattern (invalid or unsupported Perl syntax: \"(?!\");"
                + " write it in the syntax of RE2");
    assertThat(faultsWith("[https, file]", "[HTTPS, 's:', file, file]"))
        .containsExactly(
            "r:82: evidence.schemes[1] is \"HTTPS\"; write a name such as https",
            "r:82: evidence.schemes[2] is \"s:\"; write a name such as https",
            "r:82: evidence.schemes[4] \"file\" is there twice; keep one of them");
  }

  @Test
  void refusesUnknownKeysEverywhere() {
    assertThat(faultsWith("description: Organizations.", "descripton: Organizations."))
        .containsExactly(
            "r:7: organizations.description is missing; add it",
            "r:8: \"organizations.descripton\" is an unknown key; did you mean description?");
    assertThat(faultsWith("{weight: 2, handles", "{weight: 2, handels"))
        .containsExactly(
            "r:11: organizations.known.handles is missing; add it",
            "r:11: \"organizations.known.handels\" is an unknown key; did you mean handles?");
    assertThat(faultsWith("badges: [", "bagdes: ["))
        .containsExactly("r:10: \"organizations.bagdes\" is an unknown key; did you mean badges?");
    assertThat(faultsWith("runs_from: 2", "runs_from: 2, run_from: 1"))
        .containsExactly(
            "r:67: \"authenticity.numbers.run_from\" is an unknown key; did you mean runs_from?");
  }
}
