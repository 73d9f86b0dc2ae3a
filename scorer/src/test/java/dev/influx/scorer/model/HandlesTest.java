package dev.influx.scorer.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlesTest {

  @ParameterizedTest
  @CsvSource({
    "BillGates, Bill Gates",
    "bill_gates, bill gates",
    "AnthropicAI, Anthropic AI",
    "web3Dev, web3 Dev",
    "IBM, IBM",
    "_x_, ' x '",
    "'', ''"
  })
  void splitsWhereAWordSeemsToBegin(String handle, String words) {
    assertThat(Handles.split(handle)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "billgates, bill gates, 1",
    "bill gates, gates, 0.5555555555555556",
    "abcd, xaybzc, 0.75",
    "abc, cba, 0.3333333333333333",
    "abc, '', 0",
    "'', abc, 0",
    "___, abc, 0",
    "abc, é日, 0"
  })
  void findsTheHandleInTheName(String handle, String name, double share) {
    assertThat(Handles.shareFound(handle, name)).isEqualTo(share);
  }

  /** The textbook's table is the reference; long texts need several words of bits. */
  @Test
  void agreesWithTheTextbook() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String handle = randomText(random, 1 + random.nextInt(200));
      String name = randomText(random, random.nextInt(200));
      double expected = (double) longestCommonSubsequence(handle, name) / handle.length();

      assertThat(Handles.shareFound(handle, name))
          .as("seed %d: %s in %s", seed, handle, name)
          .isEqualTo(expected);
    }
  }

  private static String randomText(SplittableRandom random, int length) {
    int letters = 1 + random.nextInt(6);
    return random
        .ints(length, 0, letters)
        .collect(
            StringBuilder::new,
            (text, letter) -> text.append((char) ('a' + letter)),
            StringBuilder::append)
        .toString();
  }

  private static int longestCommonSubsequence(String a, String b) {
    int[][] longest = new int[a.length() + 1][b.length() + 1];
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        longest[i][j] =
            a.charAt(i - 1) == b.charAt(j - 1)
                ? longest[i - 1][j - 1] + 1
                : Math.max(longest[i - 1][j], longest[i][j - 1]);
      }
    }
    return longest[a.length()][b.length()];
  }
}
