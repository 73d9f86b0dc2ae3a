package dev.influx.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultBookTest {

  private static final String BY = "/2/users/by";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nth: 3|..x.......",
        "nth: [1, 4]|x..x......",
        "every: 3|..x..x..x.",
        "every: 3, times: 2|..x..x....",
        "times: 2|xx........",
        "times: 1, nth: [2, 3]|.x........"
      })
  void countsTheRequestsThatItConcerns(String trigger, String expected) {
    FaultBook book = book("faults: [{kind: stall, " + trigger + "}]");

    assertThat(strikes(book, 10)).isEqualTo(expected);
  }

  @Test
  void isTiedToAnEndpoint() {
    FaultBook book = book("faults: [{kind: stall, endpoint: /2/users/by, nth: 2}]");

    assertThat(book.next("/2/users", List.of())).isEmpty();
    assertThat(book.next(BY, List.of())).isEmpty();
    assertThat(book.next("/2/users", List.of())).isEmpty();
    assertThat(book.next(BY, List.of())).isPresent();
  }

  @Test
  void isTiedToAHandleWhateverItsCaseOrToAnId() {
    FaultBook book = book("faults: [{kind: stall, handle: Some_One, id: 12}]");

    assertThat(book.next(BY, List.of("other", "SOME_one"))).isPresent();
    assertThat(book.next("/2/users", List.of("12"))).isPresent();
    assertThat(book.next("/2/users", List.of("123"))).isEmpty();
  }

  @Test
  void theFirstOfSeveralRulesTakesARequestAndAllCountIt() {
    FaultBook book =
        book("faults: [{kind: stall, nth: 2}, {kind: error_500, every: 2}, {kind: chunked}]");

    assertThat(IntStream.range(0, 4).mapToObj(i -> kind(book.next(BY, List.of()))))
        .containsExactly("chunked", "stall", "chunked", "error_500");
    assertThat(book.fared())
        .extracting(FaultBook.Fared::seen, FaultBook.Fared::struck)
        .containsExactly(tuple(4L, 1L), tuple(4L, 1L), tuple(4L, 2L));
  }

  @Test
  void theSameSeedDrawsTheSame() {
    String script = "{seed: 5, faults: [{kind: stall, probability: 0.03}]}";
    String struck = strikes(book(script), 10_000);

    assertThat(strikes(book(script), 10_000)).isEqualTo(struck);
    assertThat(strikes(book(script.replace("5", "6")), 10_000)).isNotEqualTo(struck);
    assertThat(struck.chars().filter(c -> c == 'x').count()).isBetween(250L, 350L);
  }

  @Test
  void loadingCountsAnew() {
    FaultBook book = book("faults: [{kind: stall, nth: 1}]");

    assertThat(strikes(book, 2)).isEqualTo("x.");
    book.load(FaultScript.parse("faults: [{kind: stall, nth: 1}]", "x"));
    assertThat(strikes(book, 2)).isEqualTo("x.");
    book.load(FaultScript.none());
    assertThat(strikes(book, 2)).isEqualTo("..");
  }

  private static FaultBook book(String script) {
    return new FaultBook(FaultScript.parse(script, "x"));
  }

  private static String strikes(FaultBook book, int requests) {
    return IntStream.range(0, requests)
        .mapToObj(i -> book.next(BY, List.of()).isPresent() ? "x" : ".")
        .collect(Collectors.joining());
  }

  private static String kind(Optional<FaultRule> rule) {
    return rule.map(FaultRule::kind).map(FaultKind::wire).orElse("none");
  }
}
