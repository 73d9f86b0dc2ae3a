package dev.influx.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.app.config.ConfigResult.Loaded;
import dev.influx.runtime.Explained;
import dev.influx.runtime.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens and passwords reach who needs them, and are never shown. */
class ConfigSecretsTest {
  private static final String HUSH = "hush-hush-42";

  @TempDir private Path directory;
  private TestingConfig sources;

  @BeforeEach
  void start() {
    sources = new TestingConfig(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INFLUX_API_TOKEN", "X_BEARER_TOKEN"})
  void takesTheTokenFromTheEnvironment(String variable) {
    sources.variable(variable, HUSH);
    assertThat(sources.config().harvest().api().bearerToken()).contains(Secret.of(HUSH));
    assertThat(sources.setting("harvest.api.token"))
        .isEqualTo(new Setting("harvest.api.token", Optional.of("***"), Origin.variable(variable)));
  }

  @Test
  void takesTheTokenFromAFile() throws IOException {
    token(HUSH + "\n");
    sources.file("harvest: {api: {token_file: token}}");
    assertThat(sources.config().harvest().api().bearerToken()).contains(Secret.of(HUSH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-rw----", "rwx--x---"})
  void refusesAFileThatOthersMayUse(String permissions) throws IOException {
    token(HUSH);
    Path file = directory.resolve("token");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    sources.flag("harvest.api.token_file", "token");
    Config.Api api = sources.config().harvest().api();

    assertThatThrownBy(api::bearerToken)
        .isInstanceOfSatisfying(
            Explained.class,
            refused -> {
              assertThat(refused.why()).contains(permissions).doesNotContain(HUSH);
              assertThat(refused.remedy()).isEqualTo("make it private with: chmod 600 " + file);
            });
  }

  @Test
  void takesNoMoreThanTheFirstLineOfStandardInput() throws IOException {
    InputStream in = new ByteArrayInputStream((HUSH + "\r\nada\nbob\n").getBytes(UTF_8));

    assertThat(TokenFile.read(directory.resolve("-"), in)).isEqualTo(Secret.of(HUSH));
    assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("ada\nbob\n");
    assertThatThrownBy(() -> TokenFile.read(Path.of("-"), in))
        .extracting(failure -> ((Explained) failure).why())
        .isEqualTo("it is empty");
  }

  @Test
  void prefersWhatWasMeantForInflux() throws IOException {
    token("from-file");
    sources.variable("X_BEARER_TOKEN", "shared").flag("harvest.api.token_file", "token");
    assertThat(bearer()).contains("from-file");
    sources.variable("INFLUX_API_TOKEN", "ours");
    assertThat(bearer()).contains("ours");
  }

  @Test
  void countsAVariableThatIsEmptyAsNotSet() {
    sources.variable("INFLUX_API_TOKEN", " ").variable("X_BEARER_TOKEN", "");
    assertThat(bearer()).isEmpty();
  }

  @Test
  void saysWhichFileCouldNotBeRead() throws IOException {
    sources.flag("harvest.api.token_file", "token");
    Config.Api api = sources.config().harvest().api();
    assertThatThrownBy(api::bearerToken)
        .isInstanceOf(Explained.class)
        .hasMessage("the token for the X API could not be read from " + directory.resolve("token"))
        .extracting(failure -> ((Explained) failure).why())
        .isEqualTo("it cannot be read: there is no such file");
    token("\n");
    assertThatThrownBy(api::bearerToken)
        .extracting(failure -> ((Explained) failure).why())
        .isEqualTo("it is empty");
  }

  @Test
  void refusesATokenInTheFile() throws IOException {
    sources.file("harvest:", "  api:", "    token: " + HUSH);
    assertThat(sources.faults())
        .containsExactly(
            "influx.yml:3: harvest.api.token does not belong in a file that is passed around;"
                + " set INFLUX_API_TOKEN, or name a file that holds it in harvest.api.token_file");
  }

  @Test
  void refusesATokenOnTheCommandLine() {
    sources.flag("harvest.api.token", HUSH);
    assertThat(sources.faults())
        .containsExactly(
            "flag -c: harvest.api.token does not belong on a command line, where every user of the"
                + " machine can read it; set INFLUX_API_TOKEN, or name a file that holds it in"
                + " harvest.api.token_file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka.properties.sasl.jaas.config",
        "kafka.properties.ssl.truststore.password",
        "kafka.properties.ssl.keystore.key",
        "kafka.properties.sasl.oauthbearer.client.credentials.client.secret",
        "registry.properties.basic.auth.user.info",
        "registry.properties.bearer.auth.token",
        "scorer.properties.ssl.key.password",
      })
  void masksWhatIsSecretAmongPropertiesAndRefusesItOnTheCommandLine(String key) throws IOException {
    String[] names = key.split("\\.", 3);
    sources.file(names[0] + ":", "  properties:", "    " + names[2] + ": " + HUSH);
    Loaded loaded = sources.loaded();
    assertThat(sources.setting(key).value()).contains("***");
    assertThat(loaded.toString()).doesNotContain(HUSH).contains(names[2] + "=***");
    sources.flag(key, HUSH);
    assertThat(sources.faults())
        .containsExactly(
            "flag -c: "
                + key
                + " does not belong on a command line, where every user of the"
                + " machine can read it; set it in the file, or in the environment");
  }

  @Test
  void hasThemWhereTheyAreNeeded() {
    sources.variable("INFLUX_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", HUSH);
    assertThat(sources.config().kafka().connection().client("x"))
        .containsEntry("sasl.jaas.config", HUSH);
    assertThat(sources.config().kafka().connection().toString()).doesNotContain(HUSH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "harvest: {api: {token: " + HUSH + "}}",
        "harvest: {api: {token: \"" + HUSH + "}}",
        "harvest: {api: {token: [" + HUSH + "]}",
        "registry: {url: \"http://me:" + HUSH + "@127.0.0.1\"}",
        "registry: {url: \"http://me:" + HUSH + "@ bad\"}",
        "kafka: {properties: {sasl.jaas.config: {a: " + HUSH + "}}}",
        "kafka:\n  properties:\n    ssl.key.password: x\n    ssl.key.password: " + HUSH,
        "kafka:\n  properties:\n    ssl.key.password: @" + HUSH,
      })
  void staySecretInWhatIsRefused(String text) throws IOException {
    sources.file(text);
    assertThat(sources.faults()).isNotEmpty().noneMatch(fault -> fault.contains(HUSH));
    assertThat(sources.load().toString()).doesNotContain(HUSH);
  }

  private Optional<String> bearer() {
    return sources.config().harvest().api().bearerToken().map(Secret::reveal);
  }

  private void token(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("token"), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
