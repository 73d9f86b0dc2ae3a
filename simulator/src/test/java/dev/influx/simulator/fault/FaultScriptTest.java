package dev.influx.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.influx.simulator.fault.FaultRule.Option;
import dev.influx.simulator.fault.FaultRule.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultScriptTest {

  @Test
  void readsEverythingThatCanBeSaid() {
    FaultScript script =
        FaultScript.parse(
            """
            seed: 7
            faults:
              - kind: error_503_envoy
                endpoint: /2/users/by
                nth: [3, 9]
                times: 1
              - kind: stall
                handle: Harbor_Signal
                id: [12, 34]
                probability: 0.25
                every: 2
                seconds: 1.5
            """,
            "x");

    assertThat(script)
        .isEqualTo(
            new FaultScript(
                7,
                List.of(
                    new FaultRule(
                        FaultKind.ERROR_503_ENVOY,
                        new Trigger(Optional.of("/2/users/by"), Set.of(), Set.of(3L, 9L), 1, 1, 1),
                        Map.of()),
                    new FaultRule(
                        FaultKind.STALL,
                        new Trigger(
                            Optional.empty(),
                            Set.of("harbor_signal", "12", "34"),
                            Set.of(),
                            2,
                            0.25,
                            Long.MAX_VALUE),
                        Map.of(Option.SECONDS, "1.5")))));
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void everyKindIsKnownByItsName(FaultKind kind) {
    assertThat(FaultScript.parse("faults: [{kind: " + kind.wire() + "}]", "x").rules())
        .extracting(FaultRule::kind)
        .containsExactly(kind);
  }

  @Test
  void anEmptyListIsNoFault() {
    assertThat(FaultScript.parse("faults: []", "x")).isEqualTo(FaultScript.none());
  }

  @Test
  void saysAllMistakesAtOnce() {
    String script =
        """
        sead: 7
        faults:
          - kind: reset_in_bodi
            nth: 0
          - knd: stall
            probability: 2
          - kind: stall
            bytes: 4
            seconds: -1
            endpoint: /2/user/by
            nth: 1
            every: 2
          - kind: redirect_301
            to: elsewhere
          - nonsense
          - kind: stall
            kind: stall
            handle: a-b
            id: x
        """;

    assertThat(mistakes(script))
        .containsExactlyInAnyOrder(
            "line 1: sead is an unknown key; did you mean seed?",
            "line 3: faults[0].kind is unknown; did you mean reset_in_body?",
            "line 4: faults[0].nth is no whole number from 1",
            "line 5: faults[1].knd is an unknown key; did you mean kind?",
            "line 5: faults[1].kind is missing; known are " + String.join(", ", FaultKind.names()),
            "line 6: faults[1].probability is no number over 0, up to 1",
            "line 8: faults[2].bytes says nothing to stall",
            "line 9: faults[2].seconds is no number of seconds that can be",
            "line 10: faults[2].endpoint is unknown; did you mean /2/users/by?",
            "line 12: faults[2].every cannot be combined with nth",
            "line 14: faults[3].to is no address such as http://host",
            "line 15: faults[4] has to be keys with values: kind, endpoint, handle, id, nth, every,"
                + " probability, times, seconds, bytes, to",
            "line 15: faults[4].kind is missing; known are " + String.join(", ", FaultKind.names()),
            "line 17: faults[5].kind is there twice",
            "line 18: faults[5].handle is no handle",
            "line 19: faults[5].id is no id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|line 1: there is nothing in it; write faults: and a list",
        "[]|line 1: the script has to be keys with values: seed, faults",
        "seed: 1|line 1: faults has to be a list of faults, each after a -",
        "faults: 3|line 1: faults has to be a list of faults, each after a -",
        "'faults: ['|line 1: it is no YAML",
        "'faults: [{kind: ~}]'|line 1: faults[0].kind is no name",
        "'faults: [{kind: [a]}]'|line 1: faults[0].kind is no name",
        "'{faults: [], seed: x}'|line 1: seed is no whole number",
        "'faults: [{kind: stall, times: 1.5}]'|line 1: faults[0].times is no whole number from 1"
      })
  void refusesWhatIsNoScript(String text, String mistake) {
    assertThat(mistakes(text)).anyMatch(found -> found.startsWith(mistake));
  }

  @Test
  void namesTheFile(@TempDir Path directory) throws IOException {
    Path missing = directory.resolve("no.yml");
    Path noText = Files.write(directory.resolve("bytes.yml"), new byte[] {(byte) 0xC3, 0x28});

    assertThatThrownBy(() -> FaultScript.read(missing))
        .isInstanceOf(UnableToReadFaultsException.class)
        .hasMessage(missing + " is no script of faults: it is not there");
    assertThatThrownBy(() -> FaultScript.read(noText)).hasMessageContaining("not UTF-8");
    Path good = Files.writeString(directory.resolve("good.yml"), "faults: [{kind: stall}]");
    assertThat(FaultScript.read(good).rules()).hasSize(1);
  }

  private static List<String> mistakes(String script) {
    return catchThrowableOfType(
            UnableToReadFaultsException.class, () -> FaultScript.parse(script, "x"))
        .mistakes();
  }
}
