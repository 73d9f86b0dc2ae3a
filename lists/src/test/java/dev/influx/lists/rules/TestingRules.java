package dev.influx.lists.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.DataFault;
import dev.influx.lists.library.Library;
import dev.influx.lists.library.Shelf;
import dev.influx.lists.yaml.Faults;
import dev.influx.lists.yaml.StrictYaml;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/** Small rules that are sound, and what becomes of them when a line is another one. */
final class TestingRules {

  static final String SOUND =
      """
      thresholds:
        id: thresholds@1
        description: Reach.
        verified_min_followers: 30000
        min_followers: 50000
      organizations:
        id: organizations@1
        description: Organizations.
        threshold: 1.5
        badges: [business, government]
        known: {weight: 2, handles: [github, openai]}
        personal_name:
          weight: -0.6
          given_names: {id: given_names@1, description: Names., names: [ada, åsa]}
        own_affiliation: 1
        signals:
          - name: bio_company
            where: bio
            weight: 0.7
            terms: [our mission, our customers, 公司]
            phrases:
              - {needs: account, matches: 'official\\s+(\\w+\\s+){0,3}account'}
          - name: bio_person
            where: bio
            weight: -1
            terms: [my views]
        exceptions: [octocat]
      official:
        id: official@1
        description: Officials.
        threshold: 1
        signals:
          - {name: bio_official, where: bio, weight: 1, terms: [spokesperson]}
      risk:
        id: risk@1
        description: Risks.
        excluding_flags: 2
        categories:
          - name: nsfw
            severity: exclude
            threshold: 1
            signals:
              - {name: bio_nsfw, where: bio, weight: 1, terms: [nsfw]}
          - name: controversy
            severity: review
            threshold: 1
            signals:
              - {name: name_words, where: name, weight: 1, terms: [truth*]}
            exceptions: [sojourner]
      authenticity:
        id: authenticity@1
        description: Made up.
        threshold: 1
        snowflakes: {from_id: 10000000000000, tolerance_seconds: 60, near_seconds: 3600, near_weight: 0.5}
        sequential_ids:
          curve:
            id: id_dates@1
            description: Dates.
            source: The accounts.
            points:
              - 12 2006-03-21T20:50:14Z
              - 783214 2007-02-20T14:35:54Z
          tolerance_days: 1.5
          bend_at_id: 300000000
          later_tolerance_days: 35
          in_gap_weight: 0.4
        numbers: {unlisted_from_followers: 25000, round_from: 3, runs_from: 2}
        weights:
          malformed_id: 1
          placeholder_id: 1
          id_date: 1
          future: 1
          before_x: 1
          midnight: 0.5
          unlisted: 0.5
          round_numbers: 0.5
          digit_runs: 0.5
        copies: {same_second: yes, numbers_from_tweets: 100}
      evidence:
        id: evidence@1
        description: Sources.
        schemes: [https, file]
      identity:
        id: identity@1
        description: Who.
        handle: '^[A-Za-z0-9_]{1,15}$'
        account_id: '^[0-9]{1,19}$'
        made_up_handles: [test_, mock_]
        allow_protected: no
        allow_withheld: no
      """;

  private TestingRules() {}

  static Rules read(String yaml) {
    Faults faults = Faults.in("r");
    Optional<Rules> rules = read(yaml, faults);
    assertThat(faults.all()).isEmpty();
    return rules.orElseThrow();
  }

  /** The faults of the sound rules with one passage replaced, each as a person sees it. */
  static List<String> faultsWith(String sound, String replacement) {
    assertThat(SOUND).contains(sound);
    int at = SOUND.indexOf(sound);
    return faultsOf(SOUND.substring(0, at) + replacement + SOUND.substring(at + sound.length()));
  }

  static List<String> faultsOf(String yaml) {
    Faults faults = Faults.in("r");
    Optional<Rules> rules = read(yaml, faults);
    assertThat(rules.isPresent()).isEqualTo(faults.count() == 0);
    return faults.all().stream().map(DataFault::toString).toList();
  }

  private static Optional<Rules> read(String yaml, Faults faults) {
    Library library = new Library(Shelf.bundled(), faults);
    return StrictYaml.parse(new StringReader(yaml), faults)
        .flatMap(root -> RulesReader.read(root, library));
  }
}
