package dev.influx.sink.index;

import static dev.influx.sink.TestingAuthors.bare;
import static dev.influx.sink.TestingAuthors.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.PolicyRef;
import dev.influx.schemas.ScoredProfile;
import dev.influx.sink.TestingAuthors;
import dev.influx.sink.snapshot.AuthorChange.Doubtful;
import dev.influx.sink.snapshot.AuthorChange.Refused;
import dev.influx.sink.snapshot.AuthorChange.Upserted;
import dev.influx.sink.snapshot.AuthorChange.Withdrawn;
import dev.influx.sink.snapshot.Candidate;
import dev.influx.sink.snapshot.Candidate.Cause;
import dev.influx.sink.snapshot.Candidate.Withheld;
import dev.influx.sink.snapshot.Figures.Rejected;
import dev.influx.sink.snapshot.TestingCuts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorIndexTest {
  private static final PolicyRef OTHER = new PolicyRef("m2", TestingAuthors.digest(9));
  private static final Doubtful GARBLED =
      new Doubtful("1", Cause.UNREADABLE, "accepted-0 offset 4", "garbled");

  @TempDir Path path;

  private AuthorIndex index;

  @BeforeEach
  void open() {
    index = AuthorIndex.in(path.resolve("index"));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void theLastWordOnAnAuthorCounts() {
    assertThat(upsert(bare("1", 10))).isTrue();
    assertThat(upsert(bare("1", 20))).isTrue();
    assertThat(upsert(bare("2", 15))).isTrue();
    assertThat(index.apply(new Withdrawn("2"))).isTrue();

    assertThat(index.size()).isEqualTo(1);
    assertThat(published()).isEqualTo("1");
  }

  @Test
  void whatSaysNothingNewIsNoChange() {
    upsert(bare("1", 10));

    assertThat(upsert(bare("1", 10))).isFalse();
    assertThat(index.apply(new Withdrawn("2"))).isFalse();
  }

  @Test
  void whoIsRejectedIsCountedUnlessInTheListAsWell() {
    upsert(bare("1", 10));
    assertThat(index.apply(refused("2", "is_org", "too_few_followers"))).isFalse();
    index.apply(refused("1", "is_org"));
    assertThat(rejected())
        .isEqualTo(new Rejected(1, new TreeMap<>(Map.of("is_org", 1L, "too_few_followers", 1L))));

    index.apply(new Withdrawn("1"));
    index.apply(refused("2", "too_few_followers"));
    assertThat(rejected())
        .isEqualTo(new Rejected(2, new TreeMap<>(Map.of("is_org", 1L, "too_few_followers", 1L))));

    upsert(bare("1", 10));
    index.apply(Refused.noLonger("1"));
    index.apply(Refused.noLonger("2"));
    assertThat(rejected()).isEqualTo(new Rejected(0, new TreeMap<>()));
  }

  private static Refused refused(String id, String... codes) {
    return new Refused(id, Optional.empty(), List.of(codes));
  }

  private Rejected rejected() {
    return candidate()
        .fold(
            ready -> ready.figures().rejected(),
            withheld -> {
              throw new AssertionError(withheld.why());
            });
  }

  @Test
  void authorsOfTwoPoliciesAreNotPublishedTogether() {
    upsert(bare("1", 10));
    upsert(bare("2", 10));
    upsert(under(OTHER, bare("3", 10)));

    assertThat(withheld())
        .isEqualTo(
            new Withheld(
                Cause.MIXED_POLICIES,
                "a change of policy is under way, authors by policy:"
                    + " m0 (07070707): 2, m2 (09090909): 1"));
  }

  @Test
  void onePolicyForAllIsPublishedAgain() {
    upsert(bare("1", 10));
    upsert(under(OTHER, bare("2", 10)));

    upsert(under(OTHER, bare("1", 10)));

    assertThat(published()).isEqualTo("2");
  }

  @Test
  void theSameNameWithOtherContentIsAnotherPolicy() {
    upsert(bare("1", 10));
    upsert(under(new PolicyRef("m0", TestingAuthors.digest(8)), bare("2", 10)));

    assertThat(withheld().cause()).isEqualTo(Cause.MIXED_POLICIES);
  }

  /** Also one that was taken after all were found to differ, and until it is given up. */
  @Test
  void aHandleOfTwoAuthorsHoldsTheListBack() {
    upsert(called("Ada", "1"));
    upsert(called("bob", "2"));
    assertThat(published()).isEqualTo("2");

    upsert(called("ADA", "2"));
    assertThat(withheld().why()).contains("authors 1 and 2 both have the handle ada");
    assertThat(withheld().cause()).isEqualTo(Cause.HANDLES);

    upsert(called("bob", "1"));
    assertThat(published()).isEqualTo("2");
    upsert(called("ada", "3"));
    assertThat(withheld().why()).contains("authors 2 and 3");
    index.apply(new Withdrawn("2"));
    assertThat(published()).isEqualTo("2");
  }

  private static ScoredProfile called(String handle, String id) {
    return TestingAuthors.named(handle, bare(id, 10));
  }

  @Test
  void anAuthorWhoCannotBeReadHoldsTheListBack() {
    upsert(bare("1", 10));

    assertThat(index.apply(GARBLED)).isTrue();
    assertThat(index.apply(GARBLED)).isFalse();
    assertThat(withheld())
        .isEqualTo(
            new Withheld(
                Cause.UNREADABLE,
                "1 author(s) cannot be read, the first at accepted-0 offset 4: garbled"));
  }

  @Test
  void anAuthorWhomTheGatesRefuseHoldsTheListBack() {
    index.apply(new Doubtful("1", Cause.GATES, "accepted-0 offset 4", "not_real (mock_)"));
    index.apply(new Doubtful("2", Cause.UNKNOWN_POLICY, "accepted-0 offset 5", "m9 (00)"));

    assertThat(withheld())
        .isEqualTo(
            new Withheld(
                Cause.GATES,
                "1 author(s) do not pass the gates that are asked again, the first at"
                    + " accepted-0 offset 4: not_real (mock_)"));
  }

  @Test
  void aNewerWordOnSuchAnAuthorHealsIt() {
    index.apply(GARBLED);
    assertThat(upsert(bare("1", 10))).isTrue();
    assertThat(published()).isEqualTo("1");

    index.apply(GARBLED);
    assertThat(index.apply(new Withdrawn("1"))).isTrue();
    assertThat(published()).isEqualTo("0");
  }

  @Test
  void itIsBlankOnlyWhileNothingIsSaidOfAnyone() {
    assertThat(index.isBlank()).isTrue();
    index.apply(GARBLED);
    assertThat(index.isBlank()).isFalse();
    index.apply(new Withdrawn("1"));
    assertThat(index.isBlank()).isTrue();
  }

  private boolean upsert(ScoredProfile author) {
    return index.apply(new Upserted(author));
  }

  private Withheld withheld() {
    return candidate().fold(ready -> new Withheld(null, "it is ready"), withheld -> withheld);
  }

  private String published() {
    return candidate().fold(ready -> Long.toString(ready.count()), Withheld::why);
  }

  private Candidate candidate() {
    return index.at(TestingCuts.at(Map.of(0, 9L)));
  }
}
