package dev.influx.harvester.errand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.intake.Reason;
import dev.influx.harvester.intake.Reject;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ListLineTest {
  private static final long SEED = 4711;
  private static final String LETTERS = "aZ9_\t\n\r\u0000\u001f\u2028\u2029\u0085 \u00a0@,;ẞ🚀";

  @Test
  void isReadAsItWasWritten() {
    ListLine line = new ListLine(By.ID, "17", Optional.of("Ada"), 2, 40, Optional.empty());
    ListLine handle = new ListLine(By.HANDLE, "Bob", Optional.empty(), 0, 1, Optional.empty());

    assertThat(ListLine.read(line.write())).isEqualTo(line);
    assertThat(ListLine.read(handle.write())).isEqualTo(handle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\t", "a\tb", "a\nb", "a\r\nb", "\u2028", "  ", "a\u0085b"})
  void staysOneLineWhateverWasRejected(String text) {
    ListLine line = ListLine.of(reject(text), 0);

    assertThat(line.write().lines()).hasSize(1);
    assertThat(ListLine.read(line.write())).isEqualTo(line);
  }

  @Test
  void staysOneLineWhateverThereIs() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      int[] letters = LETTERS.codePoints().toArray();
      random
          .ints(random.nextInt(12), 0, letters.length)
          .forEach(at -> text.appendCodePoint(letters[at]));
      ListLine line = ListLine.of(reject(text.toString()), 3);

      assertThat(ListLine.read(line.write())).as("seed %d, %d", SEED, i).isEqualTo(line);
      assertThat(line.write().lines()).as("seed %d, %d", SEED, i).hasSize(1);
    }
  }

  private static Reject reject(String text) {
    return new Reject("list.txt", 7, text, Reason.NOT_A_HANDLE);
  }
}
