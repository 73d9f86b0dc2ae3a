package dev.influx.simulator.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.influx.simulator.population.Life.What;
import dev.influx.simulator.population.Population;
import dev.influx.simulator.population.SimulatedSeed;
import dev.influx.simulator.population.SimulatedUser;
import dev.influx.simulator.population.Standing;
import dev.influx.simulator.population.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersFileTest {

  private static final Instant LATER = Population.START.plus(Duration.ofDays(31));
  private static final String FEBRUARY = "2025-02-01T00:00:00Z";

  @TempDir private Path directory;

  @Test
  void usersAreAsTheFileHasThem() {
    Population users =
        read(
            """
            {"id":"1","username":"One"}

            {"id":"2","username":"two","_sim":{"status":"suspended"}}
            {"id":"3","username":"three","_sim":{"status":"deleted"}}
            {"id":"4","username":"four","_sim":{"status":"protected"}}
            {"id":"5","username":"five","protected":true}
            {"id":"6","username":"six","_sim":{"status":"withheld","countries":["DE","FR"]}}
            {"id":"7","username":"seven","withheld":{"country_codes":["IN"]},"_sim":{"status":"active"}}
            """);

    assertThat(users.size()).isEqualTo(7);
    assertThat(standing(users, "ONE")).contains(Standing.ACTIVE);
    assertThat(standing(users, "two")).contains(Standing.SUSPENDED);
    assertThat(standing(users, "three")).isEmpty();
    assertThat(users.byId("3", Population.START)).isEmpty();
    assertThat(standing(users, "four")).contains(Standing.PROTECTED);
    assertThat(standing(users, "five")).contains(Standing.PROTECTED);
    assertThat(users.byId("6", LATER).orElseThrow().withheldIn()).containsExactly("DE", "FR");
    assertThat(users.byId("7", LATER).orElseThrow().withheldIn()).containsExactly("IN");
    assertThat(users.byId("07", LATER)).isEmpty();
    assertThat(users.byHandle("eight", LATER)).isEmpty();
  }

  @Test
  void fatesHaveTheirTime() {
    Population users =
        read(
            """
            {"id":"1","username":"a","_sim":{"status":"suspended","at":"%1$s"}}
            {"id":"2","username":"b","_sim":{"status":"suspended","until":"%1$s"}}
            {"id":"3","username":"c","_sim":{"status":"deleted","at":"%1$s"}}
            {"id":"4","username":"d","_sim":{"status":"protected","until":"%1$s"}}
            {"id":"5","username":"e","_sim":{"status":"withheld","countries":["DE"],"until":"%1$s"}}
            {"id":"6","username":"f","_sim":{"status":"renamed","old":"f","new":"G","at":"%1$s"}}
            {"id":"7","username":"f","_sim":{"status":"recycled","at":"2025-03-01T00:00:00Z"}}
            """
                .formatted(FEBRUARY));
    Instant before = Instant.parse(FEBRUARY).minusSeconds(1);
    Instant then = Instant.parse(FEBRUARY);

    assertThat(standings(users, before))
        .containsExactly(
            Standing.ACTIVE,
            Standing.SUSPENDED,
            Standing.ACTIVE,
            Standing.PROTECTED,
            Standing.ACTIVE,
            Standing.ACTIVE,
            Standing.ABSENT);
    assertThat(standings(users, then))
        .containsExactly(
            Standing.SUSPENDED,
            Standing.ACTIVE,
            Standing.DELETED,
            Standing.ACTIVE,
            Standing.ACTIVE,
            Standing.ACTIVE,
            Standing.ABSENT);
    assertThat(users.byId("5", before).orElseThrow().withheldIn()).containsExactly("DE");
    assertThat(users.byId("5", then).orElseThrow().withheldIn()).isEmpty();
    assertThat(id(users, "f", before)).contains("6");
    assertThat(id(users, "f", then)).isEmpty();
    assertThat(id(users, "g", then)).contains("6");
    assertThat(users.byId("6", then).orElseThrow().handle()).isEqualTo("G");
    assertThat(id(users, "F", Instant.parse("2025-03-01T00:00:00Z"))).contains("7");
  }

  @Test
  void theTruthIsWhatTheFileSaysAndX() {
    Population users =
        read(
            """
            {"id":"9","username":"a","_sim":{"domain":"fintech","kind":"brand","status":"deleted"}}
            {"id":"8","username":"b"}
            """);
    Truth truth = users.truth("9").orElseThrow();

    assertThat(truth.domain()).isEqualTo("fintech");
    assertThat(truth.kind()).isEqualTo("brand");
    assertThat(truth.life().events()).singleElement().matches(e -> e.what() == What.DELETED);
    assertThat(users.truth()).extracting(Truth::id).containsExactly("9", "8");
    assertThat(users.truth("7")).isEmpty();
    assertThat(users.seeds()).extracting(SimulatedSeed::handle).containsExactly("a", "b");
  }

  @Test
  void allMistakesAreToldAtOnceWithTheirLines() {
    assertThat(
            problems(
                """
                {"id":"1","username":"a"}
                nonsense
                {"id":1,"username":"a b","nmae":"x","public_metrics":{"followers_count":-1,"likes":3}}
                []
                {"id":"2","id":"3","username":"c"}
                {"username":"d","created_at":"yesterday","verified":"yes"}
                {"id":"5","username":"e"} {}
                {"id":"6","username":"f","_sim":{"status":"asleep"}}
                """))
        .containsExactly(
            "line 2: no JSON: Unrecognized token 'nonsense': was expecting (JSON String, Number,"
                + " Array, Object or token 'null', 'true' or 'false')",
            "line 3: id is not a string of 1 to 19 digits",
            "line 3: username is not 1 to 15 of A-Z, a-z, 0-9 and _",
            "line 3: unknown key nmae",
            "line 3: public_metrics.followers_count is not a whole number from 0",
            "line 3: unknown key public_metrics.likes",
            "line 4: not a JSON object",
            "line 5: no JSON: Duplicate field 'id'",
            "line 6: no id",
            "line 6: created_at is not a time such as 2013-12-14T04:35:55.000Z",
            "line 6: verified is not true or false",
            "line 7: more than one JSON value",
            "line 8: _sim.status asleep is none of [active, deleted, protected, recycled, renamed,"
                + " suspended, withheld]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'status':'withheld'} | _sim.countries is missing: withheld needs it",
        "{'status':'withheld','countries':['de']} | _sim.countries is not a list of country codes",
        "{'status':'renamed','old':'a','new':'b'} | _sim.at is missing: renamed needs it",
        "{'status':'renamed','old':'x','new':'b','at':'2025-02-01T00:00:00Z'}"
            + " | _sim.old is not the username, which is the one at the start",
        "{'status':'renamed','old':'a','new':'b-c','at':'2025-02-01T00:00:00Z'}"
            + " | _sim.new is not a handle",
        "{'status':'suspended','at':'soon'} | _sim.at is not a time",
        "{'status':'suspended','until':'2025-01-01T00:00:00Z'}"
            + " | _sim.until is not after the beginning",
        "{'status':'deleted','until':'2025-02-01T00:00:00Z'}"
            + " | _sim.until has no meaning with deleted",
        "{'at':'2025-02-01T00:00:00Z'} | _sim.at has no meaning with active",
        "{'status':5} | _sim.status is not a string",
        "{'stauts':'active'} | unknown key _sim.stauts",
        "{'status':'recycled','at':'2025-02-01T00:00:00Z'} | nobody had the handle a before"
      })
  void aFateThatCannotBeIsToldOf(String fate, String problem) {
    String line = "{'id':'1','username':'a','_sim':" + fate + "}";

    assertThat(problems(line.replace('\'', '"'))).containsExactly("line 1: " + problem);
  }

  @Test
  void twoUsersCannotBeOne() {
    assertThat(
            problems(
                """
                {"id":"1","username":"a"}
                {"id":"1","username":"b"}
                {"id":"3","username":"A"}
                {"id":"4","username":"x","_sim":{"status":"renamed","old":"x","new":"y","at":"%1$s"}}
                {"id":"5","username":"y"}
                {"id":"6","username":"x","_sim":{"status":"recycled","at":"2025-01-15T00:00:00Z"}}
                """
                    .formatted(FEBRUARY)))
        .containsExactly(
            "line 2: the id 1 is that of line 1",
            "line 3: the handle A is at the same time that of line 1",
            "line 5: the handle y is at the same time that of line 4",
            "line 6: the handle x is at the same time that of line 4");
  }

  @Test
  void aLimitIsALimit() {
    String tooMany =
        IntStream.rangeClosed(0, UsersFile.MOST_USERS)
            .mapToObj(i -> "{\"id\":\"%d\",\"username\":\"u%d\"}".formatted(i, i))
            .collect(Collectors.joining("\n"));

    assertThat(problems(tooMany)).containsExactly("line 50001: more than 50000 users");
  }

  @Test
  void aFileThatIsNoneIsToldOfInFewLines() throws IOException {
    Path latin = directory.resolve("latin.jsonl");
    Files.write(latin, new byte[] {'{', '"', (byte) 0xE9});

    assertThatThrownBy(() -> UsersFile.read(latin)).hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> UsersFile.read(directory.resolve("none.jsonl")))
        .isInstanceOf(UnreadableUsersException.class)
        .hasMessageStartingWith("unable to read the users of ")
        .hasMessageContaining("there is no such file");
    assertThat(problems("")).containsExactly("there are no users in it");
    assertThat(problems("\n\n")).containsExactly("there are no users in it");
  }

  private static Optional<Standing> standing(Population users, String handle) {
    return users.byHandle(handle, Population.START).map(SimulatedUser::standing);
  }

  private static List<Standing> standings(Population users, Instant time) {
    return users.truth().map(truth -> truth.life().at(time).standing()).toList();
  }

  private static Optional<String> id(Population users, String handle, Instant time) {
    return users.byHandle(handle, time).map(SimulatedUser::id);
  }

  private List<String> problems(String lines) {
    return catchThrowableOfType(UnreadableUsersException.class, () -> read(lines)).problems();
  }

  private Population read(String lines) {
    try {
      return UsersFile.read(Files.writeString(directory.resolve("users.jsonl"), lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
