package dev.influx.validator.claims;

import static dev.influx.validator.claims.TestingProfiles.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImprintTest {
  private static final String LETTERS = "abz019_";

  @Test
  void differentClaimsOfAKindHaveDifferentImprints() {
    Random random = new Random(1);
    for (Kind kind : Kind.values()) {
      Map<Imprint, String> known = new HashMap<>();
      for (int i = 0; i < 20_000; i++) {
        String fingerprint = kind.fingerprint(what(kind, random));
        Imprint imprint = Imprint.of(new Claim("1", fingerprint, at(1)));

        assertThat(known.merge(imprint, fingerprint, (before, now) -> before))
            .isEqualTo(fingerprint);
        assertThat(imprint.high()).isNotZero();
      }
      assertThat(known).hasSizeGreaterThan(1_000);
    }
  }

  @Test
  void aHandleThatIsTooLongIsNotTakenForItsBeginning() {
    assertThat(
            List.of(
                Imprint.ofHandle("a".repeat(15)),
                Imprint.ofHandle("a".repeat(16)),
                Imprint.ofHandle("a".repeat(17)),
                Imprint.ofHandle("two words")))
        .doesNotHaveDuplicates();
  }

  private static String what(Kind kind, Random random) {
    return switch (kind) {
      case HANDLE -> handle(random);
      case CREATED -> Long.toString(random.nextInt(4_000) - 2_000);
      case NUMBERS -> random.nextInt(60) + "/" + random.nextInt(60) + "/1/1/1";
    };
  }

  private static String handle(Random random) {
    StringBuilder handle = new StringBuilder();
    for (int i = random.nextInt(18); i >= 0; i--) {
      handle.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return handle.toString();
  }
}
