package dev.influx.harvester.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.influx.runtime.Secret;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiSettingsTest {
  private static final Secret TOKEN = Secret.of("AAAAcanary%2Ftoken%3D");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.x.com",
        "https://api.x.com/",
        "http://127.0.0.1:8080",
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://[::1]:8080"
      })
  void takesEncryptedAndLocalAddresses(String address) {
    assertThatNoException().isThrownBy(() -> settings(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.x.com",
        "http://simulator:8090",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com"
      })
  void sendsNoTokenUnencryptedBeyondThisMachine(String address) {
    assertThatExceptionOfType(UnableToAskException.class)
        .isThrownBy(() -> settings(address))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Answer.Stop.Kind.CONFIG))
        .satisfies(e -> assertThat(e.why()).contains("http://"))
        .satisfies(e -> assertThat(e.remedy()).contains("https://"));
  }

  @Test
  void sendsItUnencryptedWhereThatIsAllowedByName() {
    URI simulator = URI.create("http://simulator:8090");

    ApiSettings settings =
        new ApiSettings(
            simulator,
            TOKEN,
            "here",
            Dialect.LEGACY,
            true,
            ApiSettings.Patience.DEFAULT,
            LimitUse.DEFAULT,
            Optional.empty());

    assertThat(settings.encrypted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://api.x.com",
        "api.x.com",
        "https:///2/users",
        "https://user:pass@api.x.com",
        "https://api.x.com?x=1",
        "https://api.x.com#top"
      })
  void refusesWhatIsNoBaseAddress(String address) {
    assertThatExceptionOfType(UnableToAskException.class)
        .isThrownBy(() -> settings(address))
        .satisfies(e -> assertThat(e.why()).contains("harvest.api.base_url"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("pass"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary token", "canary\ntoken", "canary\u0000", "canaryé"})
  void refusesATokenThatCannotBeSentWithoutShowingIt(String token) {
    assertThatExceptionOfType(UnableToAskException.class)
        .isThrownBy(
            () -> ApiSettings.of(URI.create("https://api.x.com"), Secret.of(token), "INFLUX_X"))
        .satisfies(e -> assertThat(e.remedy()).contains("INFLUX_X"))
        .satisfies(e -> assertThat(e.what() + e.why() + e.remedy()).doesNotContain("canary"));
  }

  @Test
  void hidesTheToken() {
    assertThat(settings("https://api.x.com").toString()).contains("***").doesNotContain("canary");
  }

  private static ApiSettings settings(String address) {
    return ApiSettings.of(URI.create(address), TOKEN, "INFLUX_API_TOKEN");
  }
}
