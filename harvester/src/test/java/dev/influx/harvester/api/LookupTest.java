package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.influx.harvester.api.Lookup.By;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LookupTest {

  @Test
  void namesTheEndpointWithoutItsParameters() {
    assertThat(new Lookup(By.HANDLE, List.of("Ada")).endpoint()).isEqualTo("GET /2/users/by");
    assertThat(new Lookup(By.ID, List.of("12")).endpoint()).isEqualTo("GET /2/users");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a-b", "@ada", "sixteen_letters_", "ada,bob", "ada%20", "\u0131smail"})
  void refusesHandlesThatWouldSpoilTheBatch(String handle) {
    assertThat(By.HANDLE.accepts(handle)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lookup(By.HANDLE, List.of("fine", handle)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5", "12345678901234567890", "ada"})
  void refusesIdsThatAreNone(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Lookup(By.ID, List.of(id)));
  }

  @Test
  void holdsOneToAHundredKeys() {
    List<String> hundredAndOne = IntStream.range(0, 101).mapToObj(Integer::toString).toList();

    assertThat(new Lookup(By.ID, hundredAndOne.subList(0, 100)).keys()).hasSize(100);
    assertThatIllegalArgumentException().isThrownBy(() -> new Lookup(By.ID, hundredAndOne));
    assertThatIllegalArgumentException().isThrownBy(() -> new Lookup(By.ID, List.of()));
  }

  @Test
  void asksForNobodyTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lookup(By.HANDLE, List.of("Ada", "aDA")));
  }

  @Test
  void foldsKeysTheSameUnderEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(By.fold("IVAN")).isEqualTo("ivan");
    } finally {
      Locale.setDefault(before);
    }
  }
}
