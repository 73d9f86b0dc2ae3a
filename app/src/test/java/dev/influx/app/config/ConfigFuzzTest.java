package dev.influx.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.app.config.ConfigResult.Invalid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody's editor makes of the file, it is read or refused, and no secret gets out. */
class ConfigFuzzTest {
  private static final int FILES = 100;
  private static final String HUSH = "hush-hush-42";
  private static final String ODD = "\t\n :-[]{}&*!|>'\"%@`#?,<.=~\u00e4\u0000\ufeff\u2028";
  private static final String SOUND =
      """
      kafka:
        bootstrap_servers: 127.0.0.1:9092
        properties:
          sasl.jaas.config: hush-hush-42
          linger.ms: 5
      topics: {partitions: 3, prefix: x.}
      harvest:
        seeds: [a.csv, "b.csv"]
        refresh: 1h
      """;

  @TempDir private Path directory;

  @RepeatedTest(10)
  void readsOrRefusesAnyFile(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < FILES; i++) {
      String text = damaged(random);
      ConfigResult result = new TestingConfig(directory).file(text).load();
      assertThat(result.toString())
          .as("seed %s, file %s:%n%s", repetition.getCurrentRepetition(), i, text)
          .satisfies(shown -> assertThat(leaks(result, shown)).isFalse());
    }
  }

  /** Where the damage made another key of it, the value is no secret any more. */
  private static boolean leaks(ConfigResult result, String shown) {
    return result instanceof Invalid && shown.contains(HUSH);
  }

  private static String damaged(Random random) {
    StringBuilder text = new StringBuilder(SOUND);
    for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
        default -> text.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
      }
    }
    return text.toString();
  }
}
