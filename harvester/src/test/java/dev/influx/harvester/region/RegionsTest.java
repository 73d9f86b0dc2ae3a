package dev.influx.harvester.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegionsTest {
  private static final Regions REGIONS = Regions.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "San Francisco, CA|north_america",
        "SF|north_america",
        "Washington, D.C.|north_america",
        "Austin TX|north_america",
        "U.S.A.|north_america",
        "Paris, TX|north_america",
        "London, Ontario|north_america",
        "Melbourne, FL|north_america",
        "Berlin & Munich|europe",
        "København|europe",
        "MÜNCHEN, Deutschland|europe",
        "Cluj-Napoca|europe",
        "Київ, Україна|europe",
        "Lagos, Portugal|europe",
        "Lagos 🇳🇬|africa",
        "Côte d’Ivoire|africa",
        "São Paulo, Brasil|latin_america",
        "San José, Costa Rica|latin_america",
        "Latin America|latin_america",
        "İstanbul|middle_east",
        "תל אביב|middle_east",
        "Bengaluru, India|south_asia",
        "भारत|south_asia",
        "東京|east_asia",
        "서울, 대한민국|east_asia",
        "Singapore 🇸🇬|southeast_asia",
        "🇳🇿|oceania",
        "ＴＯＫＹＯ|east_asia",
        "Tbilisi, Georgia|central_asia",
        "somewhere in Kenya|africa",
      })
  void knows(String location, String code) {
    assertThat(REGIONS.of(location).map(Region::code)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Earth",
        "the internet",
        "come to us",
        "mi casa",
        "Georgia",
        "London / New York",
        "NYC → Berlin",
        "🇺🇸🇫🇷",
        "Kenya 🇫🇷",
        "Indianapolish",
        "127.0.0.1",
        ",,,",
      })
  void saysNothingWhereTheTextDoesNot(String location) {
    assertThat(REGIONS.of(location)).isEmpty();
  }

  @Test
  void keepsNothingOfAnOverlongText() {
    assertThat(REGIONS.of("Berlin ".repeat(100))).isEmpty();
  }

  @Test
  void takesAnyText() {
    for (long seed = 0; seed < 3_000; seed++) {
      String text =
          new Random(seed)
              .ints(30, 0, Character.MAX_CODE_POINT + 1)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(REGIONS.of(text + " Berlin")).as("seed %d", seed).isNotNull();
    }
  }

  @Test
  void refusesAFileThatContradictsItself() throws IOException {
    assertThatThrownBy(() -> read("europe: berlin\nafrica: Bérlin"))
        .isInstanceOf(UnableToReadRegionsException.class)
        .hasMessage("names:2: an empty or repeated name: berlin");
    assertThatThrownBy(() -> read("atlantis: berlin")).hasMessage("names:1: no region: atlantis");
    assertThatThrownBy(() -> read("europe berlin"))
        .hasMessage("names:1: no colon after the region");
    assertThatThrownBy(() -> read("europe: berlin,,paris"))
        .hasMessageContaining("names:1: an empty");
    assertThat(read("# nothing\n\neurope: berlin").of("Berlin")).contains(Region.EUROPE);
  }

  private static Regions read(String text) throws IOException {
    return RegionFile.read("names", new BufferedReader(new StringReader(text)));
  }
}
