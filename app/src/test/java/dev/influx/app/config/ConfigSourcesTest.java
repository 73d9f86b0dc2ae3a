package dev.influx.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.harvester.api.Dialect;
import dev.influx.scorer.topology.StoreKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sources say, which of them wins, and whether one can see where a value comes from. */
class ConfigSourcesTest {
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("kafka.bootstrap_servers", "a:1,b:2"),
          Map.entry("kafka.properties", "lz4"),
          Map.entry("registry.url", "https://registry.example:8443/v7"),
          Map.entry("registry.properties", "USER"),
          Map.entry("topics.prefix", "test."),
          Map.entry("topics.partitions", "12"),
          Map.entry("topics.replication_factor", "3"),
          Map.entry("harvest.seeds", "one.csv,more"),
          Map.entry("harvest.api.base_url", "http://127.0.0.1:9999"),
          Map.entry("harvest.api.token_file", "token"),
          Map.entry("harvest.max_age", "1h30m"),
          Map.entry("harvest.batch_size", "10"),
          Map.entry("harvest.parallel", "2"),
          Map.entry("harvest.state_dir", "kept"),
          Map.entry("harvest.api.dialect", "post"),
          Map.entry("scorer.policy", "m2"),
          Map.entry("scorer.threads", "2"),
          Map.entry("scorer.state_dir", "elsewhere"),
          Map.entry("scorer.store", "rocksdb"),
          Map.entry("scorer.commit_interval", "100ms"),
          Map.entry("scorer.instance", "scorer-2"),
          Map.entry("scorer.properties", "1"),
          Map.entry("sink.data_dir", "out"),
          Map.entry("sink.publish_interval", "5s"),
          Map.entry("sink.publish_changes", "10000"),
          Map.entry("sink.keep_last", "3"),
          Map.entry("sink.keep_days", "7"),
          Map.entry("sink.least_kept", "95"),
          Map.entry("sink.least_spread", "20"),
          Map.entry("sink.least_top", "5"),
          Map.entry("sink.most_zeros", "0"),
          Map.entry("monitor.host", "localhost"),
          Map.entry("monitor.port", "9000"),
          Map.entry("monitor.token_file", "token"),
          Map.entry("monitor.cluster", "west"),
          Map.entry("monitor.interval", "10s"),
          Map.entry("monitor.state_dir", "watched"),
          Map.entry("http.host", "0.0.0.0"),
          Map.entry("http.port", "9090"));

  @TempDir private Path directory;
  private TestingConfig sources;

  @BeforeEach
  void start() {
    sources = new TestingConfig(directory);
  }

  @Test
  void worksWithoutAnySource() {
    Config config = sources.config();
    assertThat(config.kafka().connection().bootstrapServers()).isEqualTo("127.0.0.1:9092");
    assertThat(config.kafka().properties().values()).isEmpty();
    assertThat(config.registry().url()).isEqualTo(URI.create("http://127.0.0.1:8081"));
    assertThat(config.topics().names().raw()).isEqualTo("influx.profiles.raw");
    assertThat(config.topics()).isEqualTo(new Config.TopicShape("influx.", 4, (short) -1));
    assertThat(config.harvest().seeds()).isEmpty();
    assertThat(config.harvest().maxAge()).isEqualTo(Duration.ofDays(1));
    assertThat(config.harvest().batchSize()).isEqualTo(100);
    assertThat(config.harvest().api())
        .isEqualTo(
            new Config.Api(
                URI.create("https://api.x.com"),
                Dialect.LEGACY,
                Optional.empty(),
                Optional.empty()));
    assertThat(config.scorer())
        .isEqualTo(
            new Config.Scorer(
                "m2@2",
                1,
                directory.resolve("data/scorer"),
                Config.Store.HASH,
                Duration.ofMillis(200),
                "scorer-1",
                new Config.ClientProperties(Map.of())));
    assertThat(config.sink())
        .isEqualTo(
            new Config.Sink(
                directory.resolve("data"),
                Duration.ofSeconds(2),
                Optional.empty(),
                24,
                30,
                90,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(config.monitor())
        .isEqualTo(
            new Config.Monitor(
                "127.0.0.1",
                8088,
                Optional.empty(),
                "influx",
                Duration.ofSeconds(5),
                directory.resolve("data/monitor")));
    assertThat(config.http().address()).isEmpty();
  }

  @Test
  void saysOfEveryValueThatItIsTheDefault() {
    assertThat(sources.loaded().settings())
        .hasSize(EXAMPLES.size() + 1)
        .allMatch(setting -> setting.origin().toString().equals("default"));
  }

  static Stream<Key> keys() {
    return Keys.of(Config.class).all().stream().filter(key -> key.form() != Key.Form.SECRET);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void takesEveryKeyFromTheFile(Key key) throws IOException {
    sources.file(nested(path(key), EXAMPLES.get(key.path())));
    int line = path(key).split("\\.", 3).length;
    assertThat(sources.setting(path(key)))
        .isEqualTo(
            new Setting(
                path(key),
                Optional.of(EXAMPLES.get(key.path())),
                Origin.file(directory.resolve("influx.yml").toString(), line)));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void takesEveryKeyFromTheEnvironment(Key key) {
    String variable = "INFLUX_" + path(key).toUpperCase(Locale.ROOT).replace('.', '_');
    sources.variable(variable, EXAMPLES.get(key.path()));
    assertThat(sources.setting(path(key)))
        .isEqualTo(
            new Setting(
                path(key), Optional.of(EXAMPLES.get(key.path())), Origin.variable(variable)));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void takesEveryKeyFromAFlag(Key key) {
    sources.flag(path(key), EXAMPLES.get(key.path()));
    assertThat(sources.setting(path(key)))
        .isEqualTo(
            new Setting(path(key), Optional.of(EXAMPLES.get(key.path())), Origin.flag("-c")));
  }

  @Test
  void readsEachValueAsWhatItIs() {
    EXAMPLES.forEach(
        (key, value) -> sources.flag(key.endsWith("properties") ? key + ".a.b" : key, value));
    Config config = sources.config();
    assertThat(config.topics()).isEqualTo(new Config.TopicShape("test.", 12, (short) 3));
    assertThat(config.harvest().seeds())
        .containsExactly(directory.resolve("one.csv"), directory.resolve("more"));
    assertThat(config.harvest().maxAge()).isEqualTo(Duration.ofMinutes(90));
    assertThat(config.harvest().api().tokenFile()).contains(directory.resolve("token"));
    assertThat(config.scorer().store()).isEqualTo(Config.Store.ROCKSDB);
    assertThat(config.scorer().properties().values()).isEqualTo(Map.of("a.b", "1"));
    assertThat(config.http().address()).contains(new InetSocketAddress("0.0.0.0", 9090));
  }

  @ParameterizedTest
  @CsvSource({
    "true,  false, false, 11",
    "true,  true,  false, 22",
    "true,  true,  true,  33",
    "true,  false, true,  33",
    "false, true,  true,  33",
    "false, false, false, 4",
  })
  void letsFlagsWinOverVariablesAndThoseOverTheFile(
      boolean file, boolean variable, boolean flag, int wins) throws IOException {
    if (file) {
      sources.file("topics:", "  partitions: 11");
    }
    if (variable) {
      sources.variable("INFLUX_TOPICS_PARTITIONS", "22");
    }
    if (flag) {
      sources.flag("topics.partitions", "33");
    }
    assertThat(sources.config().topics().partitions()).isEqualTo(wins);
  }

  @Test
  void mergesPropertiesNameByName() throws IOException {
    sources
        .file("kafka:", "  properties:", "    linger.ms: 5", "    sasl.mechanism: PLAIN")
        .variable("INFLUX_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM-SHA-512")
        .flag("kafka.properties.security.protocol", "SASL_SSL");
    assertThat(sources.config().kafka().connection().properties())
        .isEqualTo(
            Map.of(
                "linger.ms", "5",
                "sasl.mechanism", "SCRAM-SHA-512",
                "security.protocol", "SASL_SSL"));
  }

  @Test
  void readsListsInEitherForm() throws IOException {
    sources.file("harvest:", "  seeds:", "    - a.csv", "    - b, c.csv");
    assertThat(sources.config().harvest().seeds())
        .containsExactly(directory.resolve("a.csv"), directory.resolve("b, c.csv"));
    sources.file("harvest:", "  seeds: a.csv, b.csv");
    assertThat(sources.config().harvest().seeds())
        .containsExactly(directory.resolve("a.csv"), directory.resolve("b.csv"));
    sources.file("harvest:", "  seeds: []");
    assertThat(sources.config().harvest().seeds()).isEmpty();
  }

  @Test
  void takesSectionsInWhichNothingIsSet() throws IOException {
    sources.file("# all of it is commented out", "kafka:", "  properties:", "sink: {}");
    assertThat(sources.loaded().settings())
        .allMatch(setting -> setting.origin().toString().equals("default"));
    sources.file("");
    assertThat(sources.config()).isNotNull();
  }

  @Test
  void readsTheFileThatIsNamedInsteadOfTheUsualOne() throws IOException {
    sources.file("http: {port: 1}");
    Path other = Files.writeString(directory.resolve("other.yml"), "topics: {partitions: 2}");
    ConfigResult result = sources.load(Path.of("other.yml"));
    assertThat(result).isInstanceOf(ConfigResult.Loaded.class);
    Config config = ((ConfigResult.Loaded) result).config();
    assertThat(config.topics().partitions()).isEqualTo(2);
    assertThat(config.http().port()).isZero();
    assertThat(other).exists();
  }

  @Test
  void offersTheStoresThatTheScorerHas() {
    List<String> stores = Arrays.stream(Config.Store.values()).map(Enum::name).toList();
    assertThat(stores).isEqualTo(Arrays.stream(StoreKind.values()).map(Enum::name).toList());
  }

  private static String path(Key key) {
    return key.form() == Key.Form.PROPERTIES ? key.path() + ".a.b" : key.path();
  }

  /** {@code kafka.properties.a.b} with its value, as lines of YAML. */
  private static String nested(String path, String value) {
    StringBuilder lines = new StringBuilder();
    String[] names = path.contains(".a.b") ? path.split("\\.", 3) : path.split("\\.");
    for (int i = 0; i < names.length; i++) {
      lines.append("  ".repeat(i)).append(names[i]).append(i < names.length - 1 ? ":\n" : ": ");
    }
    return lines.append('"').append(value).append('"').toString();
  }
}
