package dev.influx.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.policies.Policies;
import dev.influx.lists.policies.Policy;
import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.Profile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.Sha256;
import dev.influx.sink.Recheck.Objection;
import dev.influx.sink.snapshot.Candidate.Cause;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecheckTest {
  private static final Policy POLICY = Policies.bundled().theDefault();
  private static final PolicyRef REFERENCE =
      new PolicyRef(POLICY.id(), new Sha256(POLICY.sha256().bytes()));

  private final Recheck recheck =
      Recheck.byGatesOf(name -> Optional.of(POLICY).filter(known -> name.equals(REFERENCE)));

  @Test
  void whoeverPassesTheGatesAgainMayGoOut() {
    assertThat(recheck.objectionTo(author(TestingAuthors.full()))).isEmpty();
  }

  @Test
  void whoeverDoesNotIsNamedWithTheReason() {
    ScoredProfile author = author(TestingAuthors.full());
    Profile mocked =
        Profile.newBuilder(author.getProfile()).setHandle("mock_1").setFollowersCount(3L).build();

    assertThat(recheck.objectionTo(ScoredProfile.newBuilder(author).setProfile(mocked).build()))
        .contains(
            new Objection(
                Cause.GATES,
                "below_entry_threshold (29,997 followers short of the entry threshold), not_real"
                    + " (handles that begin with mock_ stand for nobody)"));
  }

  @Test
  void nobodyGoesOutWithoutASource() {
    ScoredProfile author =
        ScoredProfile.newBuilder(author(TestingAuthors.full())).setSources(List.of()).build();

    assertThat(recheck.objectionTo(author).map(Objection::why))
        .contains("missing_evidence (no source at all)");
  }

  @Test
  void aPolicyThatIsNotKnownLetsNobodyOut() {
    ScoredProfile author =
        TestingAuthors.under(
            new PolicyRef(POLICY.id(), TestingAuthors.digest(9)), TestingAuthors.full());

    assertThat(recheck.objectionTo(author))
        .contains(new Objection(Cause.UNKNOWN_POLICY, "m2@2 (09090909)"));
  }

  /** Such as the gates of the policy let in: the id of a sequence that says nothing of dates. */
  private static ScoredProfile author(ScoredProfile author) {
    return ScoredProfile.newBuilder(TestingAuthors.under(REFERENCE, author))
        .setId("5000000001")
        .setProfile(Profile.newBuilder(author.getProfile()).setMediaCount(2L).build())
        .build();
  }
}
