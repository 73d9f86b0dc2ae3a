package dev.influx.harvester.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Lookup;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.api.Page;
import dev.influx.harvester.api.Page.Problem;
import dev.influx.harvester.api.Page.User;
import dev.influx.schemas.xuser.UserReading;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReconciliationTest {
  private static final Problem EMPTY =
      new Problem(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The example of the API's own shape: two found, one missing, one suspended, one lost post. */
  @Test
  void accountsForEveryKeyOfAMixedAnswer() {
    Page page =
        Samples.page(
            List.of(Samples.user("17", "Harbor_Signal"), Samples.user("90211", "quietlathe")),
            Samples.notFound("NoSuchKiln"),
            Samples.suspended("GreyPelican7"),
            lostPinnedPost());

    Reconciliation result =
        reconcile(
            By.HANDLE, page, "harbor_signal", "NoSuchKiln", "quietlathe", "GreyPelican7", "ghost");

    assertThat(ending(result, "harbor_signal")).isEqualTo(Ending.FOUND);
    assertThat(ending(result, "quietlathe")).isEqualTo(Ending.FOUND);
    assertThat(ending(result, "nosuchkiln")).isEqualTo(Ending.NOT_FOUND);
    assertThat(ending(result, "greypelican7")).isEqualTo(Ending.SUSPENDED);
    assertThat(ending(result, "ghost")).isEqualTo(Ending.UNACCOUNTED);
    assertThat(result.findings()).hasSize(5);
    assertThat(result.unasked()).isEmpty();
  }

  @Test
  void joinsWhateverTheOrderAndTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      Page page = Samples.page(List.of(Samples.user("2", "IVAN"), Samples.user("1", "ISMAIL")));
      Reconciliation result = reconcile(By.HANDLE, page, "Ismail", "ivan");

      assertThat(result.findings().get("ismail").sighting().orElseThrow().id()).isEqualTo("1");
      assertThat(result.findings().get("ivan").sighting().orElseThrow().id()).isEqualTo("2");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void joinsByIdWhateverTheHandleIsNow() {
    Page page = Samples.page(List.of(Samples.user("17", "renamed_since")));

    assertThat(ending(reconcile(By.ID, page, "17"), "17")).isEqualTo(Ending.FOUND);
  }

  @Test
  void takesNobodyWhomNobodyAskedFor() {
    Page page = Samples.page(List.of(Samples.user("5", "stranger")));

    Reconciliation result = reconcile(By.HANDLE, page, "ada");

    assertThat(ending(result, "ada")).isEqualTo(Ending.UNACCOUNTED);
    assertThat(result.unasked()).extracting(User::handle).containsExactly(Optional.of("stranger"));
  }

  @Test
  void prefersAUserWhoIsThereToAProblem() {
    Page page = Samples.page(List.of(Samples.user("1", "ada")), Samples.notFound("ada"));

    assertThat(ending(reconcile(By.HANDLE, page, "ada"), "ada")).isEqualTo(Ending.FOUND);
  }

  @Test
  void doesNotCallAnUnreadableUserMissing() {
    User unreadable =
        new User(
            Optional.of("1"),
            Optional.of("ada"),
            new UserReading.Unreadable(List.of("created_at is not a time: \"never\"")),
            ByteBuffer.allocate(0));

    Reconciliation result = reconcile(By.HANDLE, Samples.page(List.of(unreadable)), "ada");

    assertThat(ending(result, "ada")).isEqualTo(Ending.UNAVAILABLE);
    assertThat(result.findings().get("ada").detail()).get().asString().contains("created_at");
  }

  @Test
  void keepsWhatXSaid() {
    Page page = Samples.page(List.of(), Samples.suspended("ada"));

    assertThat(reconcile(By.HANDLE, page, "ada").findings().get("ada").detail())
        .contains("User has been suspended: [ada].");
  }

  @Test
  void findsTheKeyWhereverTheProblemNamesIt() {
    Problem byResource = withKeys(Optional.empty(), Optional.of("ada"), Optional.empty());
    Problem byDetail =
        withKeys(
            Optional.empty(),
            Optional.empty(),
            Optional.of("Could not find user with usernames: [Bob]."));

    Reconciliation result =
        reconcile(By.HANDLE, Samples.page(List.of(), byResource, byDetail, EMPTY), "ada", "bob");

    assertThat(ending(result, "ada")).isEqualTo(Ending.NOT_FOUND);
    assertThat(ending(result, "bob")).isEqualTo(Ending.NOT_FOUND);
  }

  /** A pinned post may bear the number of a user who is asked for. */
  @Test
  void takesNoProblemOfAPostForOneOfAUser() {
    assertThat(ending(reconcile(By.ID, Samples.page(List.of(), lostPinnedPost()), "170"), "170"))
        .isEqualTo(Ending.UNACCOUNTED);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Not Found Error, Could not find user with usernames: [x]., resource-not-found, NOT_FOUND",
        "Forbidden, User has been suspended: [x]., resource-not-found, SUSPENDED",
        "Forbidden, -, resource-not-found, SUSPENDED",
        "-, User has been suspended: [x]., -, SUSPENDED",
        "Not Found Error, -, -, NOT_FOUND",
        "-, -, resource-not-found, NOT_FOUND",
        "Authorization Error, Sorry you are not authorized, not-authorized-for-resource, FORBIDDEN",
        "Forbidden, not allowed, disallowed-resource, FORBIDDEN",
        "-, -, not-authorized-for-resource, FORBIDDEN",
        "-, -, resource-unavailable, UNAVAILABLE",
        "Internal, -, internal-error, UNAVAILABLE",
        "-, -, -, UNAVAILABLE"
      })
  void tellsEndingsByTitleAndDetail(String title, String detail, String type, Ending expected) {
    Problem problem =
        new Problem(
            Optional.ofNullable(title),
            Optional.ofNullable(detail),
            Optional.ofNullable(type).map(t -> "https://api.x.com/2/problems/" + t),
            Optional.of("user"),
            Optional.of("usernames"),
            Optional.of("x"),
            Optional.empty());

    assertThat(ending(reconcile(By.HANDLE, Samples.page(List.of(), problem), "x"), "x"))
        .isEqualTo(expected);
  }

  private static Reconciliation reconcile(By by, Page page, String... keys) {
    return Reconciliation.of(new Lookup(by, List.of(keys)), page);
  }

  private static Ending ending(Reconciliation result, String key) {
    return result.findings().get(key).ending();
  }

  private static Problem lostPinnedPost() {
    return new Problem(
        Optional.of("Not Found Error"),
        Optional.of("Could not find tweet with pinned_tweet_id: [170]."),
        Optional.of("https://api.twitter.com/2/problems/resource-not-found"),
        Optional.of("tweet"),
        Optional.of("pinned_tweet_id"),
        Optional.of("170"),
        Optional.of("170"));
  }

  private static Problem withKeys(
      Optional<String> value, Optional<String> resourceId, Optional<String> detail) {
    return new Problem(
        Optional.of("Not Found Error"),
        detail,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        value,
        resourceId);
  }
}
