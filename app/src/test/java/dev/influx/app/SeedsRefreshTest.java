package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proposals out of listings that come over HTTP. */
class SeedsRefreshTest {
  private static final String HEADER = "handle,domain,source_type,evidence,fetched_at\n";
  private static final String EMPTY = "{\"meta\":{\"result_count\":0}}";

  /** Ids and handles of the two authors of a published list. */
  private static final String FIRST_ID = "5000050001";

  private static final String FIRST = "Author_50001";
  private static final String SECOND_ID = "5000050002";

  @TempDir private Path directory;
  private TestingListings x;
  private TestingShell shell;

  @BeforeEach
  void start() throws IOException {
    x = TestingListings.start();
    shell =
        new TestingShell(directory)
            .variable("INFLUX_API_TOKEN", TestingListings.TOKEN)
            .file(
                "seeds.csv",
                HEADER + "Known,edtech,profile,https://x.com/Known,2025-11-28T00:00:00Z\n")
            .file("latest.jsonl", TestingPublished.list(2))
            .file("influx.yml", "harvest:\n  seeds: [seeds.csv]\n  api:\n    base_url: " + x.uri());
  }

  @AfterEach
  void stop() {
    x.close();
  }

  @Test
  void saysWhatItMayCostBeforeAnythingIsAsked() {
    assertThat(shell.run("seeds", "refresh", "--list", "77", "--max-reads", "2500"))
        .isEqualTo(ExitCode.NEEDS_CONFIRMATION);
    assertThat(shell.errLines())
        .containsExactly(
            "source https://x.com/i/lists/77",
            "who is in the list is not known: --accepted would leave them out",
            "at most 2,500 users in about 25 requests or more: X charges up to $25.00",
            "nothing was asked: add --yes to go on");
    assertThat(x.asked()).isEmpty();
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void proposesTheNewOnesThoseWhomMostNameFirst() throws IOException {
    x.has(
            "/2/lists/77/members",
            200,
            page("t1", user("1", "one", 10), user("2", "two", 500), user("3", "known", 9)))
        .has("/2/lists/77/members t1", 200, page("", user("4", "four", 20), user("5", "five", -1)))
        .has(
            "/2/users/" + FIRST_ID + "/following",
            200,
            page(
                "",
                user("4", "four", 21),
                user(SECOND_ID, "Author_50002", 900),
                protectedUser("6", "six")));

    assertThat(
            refresh(
                "--list 77 --following @author_50001 --accepted latest.jsonl --out p.csv --yes"))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);

    assertThat(withoutTimes(Files.readString(directory.resolve("p.csv"))))
        .containsExactly(
            "handle,domain,source_type,evidence,fetched_at,decision,sources,followers,id,also",
            "four,ai_research,list,https://x.com/i/lists/77,T,,2,21,4,https://x.com/"
                + FIRST
                + "/following",
            "two,,list,https://x.com/i/lists/77,T,,1,500,2,",
            "one,,list,https://x.com/i/lists/77,T,,1,10,1,",
            "five,,list,https://x.com/i/lists/77,T,,1,,5,");
    assertThat(shell.errLines())
        .contains(
            "members of list 77: 5 users, complete",
            "followed by " + FIRST_ID + ": 3 users, complete",
            "proposed 4 of 8 users read in 3 requests; left out: 1 seeds already,"
                + " 1 accepted already, 1 protected");
    assertThat(Files.readString(directory.resolve("seeds.csv"))).doesNotContain("four");
  }

  @Test
  void leavesOutWhomAReviewRefused() throws IOException {
    x.has("/2/lists/77/members", 200, page("", user("1", "one", 10), user("2", "renamed", 20)));
    shell.file(
        "reviewed.csv",
        """
        handle,domain,source_type,evidence,fetched_at,decision,sources,followers,id,also
        two,,list,https://x.com/i/lists/1,2025-11-28T00:00:00Z,refuse,1,,2,
        """);

    assertThat(refresh("--list 77 --reviewed reviewed.csv --yes")).isEqualTo(ExitCode.OK);

    assertThat(withoutTimes(shell.out()).subList(1, 2))
        .containsExactly("one,,list,https://x.com/i/lists/77,T,,1,10,1,");
    assertThat(shell.errLines())
        .contains(
            "proposed 1 of 2 users read in 1 requests; left out: 1 refused in an earlier review");
  }

  @Test
  void whatItProposesCanBeReviewedAndAdded() throws IOException {
    x.has("/2/lists/77/members", 200, page("", user("1", "one", 10)));
    Files.createDirectories(directory.resolve("mine"));
    refresh("--list 77 --domain edtech --out p.csv --yes");
    Path file = directory.resolve("p.csv");
    Files.writeString(file, Files.readString(file).replace("Z,,1", "Z,add,1"));

    assertThat(shell.run("seeds", "add", "--from", "p.csv", "--seeds", "mine"))
        .as("%s", shell.errLines())
        .isEqualTo(ExitCode.OK);
    assertThat(Files.readString(directory.resolve("mine/edtech.csv")))
        .contains("one,edtech,list,https://x.com/i/lists/77,");
  }

  @Test
  void neverReadsMoreThanAllowedAndSharesItAmongTheSources() {
    x.has("/2/lists/1/members", 200, page("t1", user("1", "a", 1), user("2", "b", 1)))
        .has("/2/lists/2/members", 200, EMPTY)
        .has("/2/lists/3/members", 200, page("", user("3", "c", 1)));

    assertThat(refresh("--list 1 --list 2 --list 3 --list 1 --max-reads 6 --yes"))
        .isEqualTo(ExitCode.OK);

    assertThat(x.asked())
        .extracting(asked -> asked.replaceFirst("&user.*", ""))
        .containsExactly(
            "/2/lists/1/members?max_results=2",
            "/2/lists/2/members?max_results=2",
            "/2/lists/3/members?max_results=4");
    assertThat(shell.errLines()).contains("members of list 1: 2 users, limit reached");
  }

  @Test
  void aSourceThatIsNotShownFailsTheRunButNotTheOthers() {
    x.has("/2/lists/1/members", 200, "{\"errors\":[{\"detail\":\"Could not find list\"}]}")
        .has("/2/lists/2/members", 200, page("", user("3", "c", 1)));

    assertThat(refresh("--list 1 --list 2 --yes")).isEqualTo(ExitCode.FAILURE);

    assertThat(shell.errLines())
        .contains("members of list 1: 0 users, refused (Could not find list)");
    assertThat(shell.out()).contains("\nc,");
  }

  @Test
  void keepsWhatWasPaidForWhenTheMoneyIsGone() throws IOException {
    x.has("/2/lists/1/members", 200, page("t1", user("1", "a", 1)))
        .has("/2/lists/1/members t1", 402, "{\"title\":\"Payment Required\",\"status\":402}");

    assertThat(refresh("--list 1 --list 2 --out p.csv --yes")).isEqualTo(ExitCode.OVER_LIMIT);

    assertThat(Files.readString(directory.resolve("p.csv"))).contains("\na,");
    assertThat(shell.errLines())
        .contains("error: X answers no more until it is paid")
        .noneMatch(line -> line.contains("list 2:"));
  }

  @Test
  void inventedAuthorsAreNotTakenForRealOnes() {
    x.has("/2/lists/77/members", 200, page("", user("1", "one", 10)));

    assertThat(refresh("--list 77 --simulator " + x.uri())).isEqualTo(ExitCode.OK);

    assertThat(withoutTimes(shell.out()).subList(1, 2))
        .containsExactly("one,,simulator,https://simulator.invalid/i/lists/77,T,,1,10,1,");
    assertThat(shell.errLines()).anyMatch(line -> line.endsWith("a simulator charges nothing"));
  }

  @Test
  void needsAToken() throws IOException {
    TestingShell poor = new TestingShell(directory);

    assertThat(poor.run("seeds", "refresh", "--list", "1", "--yes")).isEqualTo(ExitCode.FAILURE);
    assertThat(poor.errLines()).contains("error: the X API needs a token");
  }

  @Test
  void showsItsTokenToNobody() {
    TestingShell wrong =
        new TestingShell(directory).variable("INFLUX_API_TOKEN", "AAAAcanarycanarycanarycanary");

    assertThat(wrong.run("seeds", "refresh", "--list", "1", "--yes", "--verbose"))
        .isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(wrong.errLines())
        .anyMatch(line -> line.contains("INFLUX_API_TOKEN"))
        .noneMatch(line -> line.contains("canary"));
  }

  @Test
  void proposesOnlyWhomAcceptedAuthorsFollow() {
    assertThat(refresh("--following Author_50009 --accepted latest.jsonl --yes"))
        .isEqualTo(ExitCode.FAILURE);
    assertThat(shell.errLines())
        .contains(
            "error: @Author_50009 is not in the list", "what to do: did you mean Author_50001?");
  }

  private ExitCode refresh(String line) {
    return shell.run(("seeds refresh " + line).split(" ", -1));
  }

  private static List<String> withoutTimes(String csv) {
    return csv.lines().map(line -> line.replaceFirst("20\\d\\d-[^,]+Z", "T")).toList();
  }

  private static String user(String id, String handle, long followers) {
    String metrics =
        followers < 0 ? "" : ",\"public_metrics\":{\"followers_count\":%d}".formatted(followers);
    return "{\"id\":\"%s\",\"username\":\"%s\",\"name\":\"N\"%s}".formatted(id, handle, metrics);
  }

  private static String protectedUser(String id, String handle) {
    return user(id, handle, 1).replace("\"name\"", "\"protected\":true,\"name\"");
  }

  private static String page(String token, String... users) {
    String next = token.isEmpty() ? "" : ",\"next_token\":\"" + token + "\"";
    return "{\"data\":[%s],\"meta\":{\"result_count\":%d%s}}"
        .formatted(String.join(",", users), users.length, next);
  }
}
