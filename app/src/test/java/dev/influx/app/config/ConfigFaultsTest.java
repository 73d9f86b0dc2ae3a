package dev.influx.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of fault, where it is said to be, and what a person is told to do about it. */
class ConfigFaultsTest {
  @TempDir private Path directory;
  private TestingConfig sources;

  @BeforeEach
  void start() {
    sources = new TestingConfig(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kafak: {}                           | \"kafak\" is an unknown key; did you mean kafka?",
        "kafka: {bootstrap_server: \"a:1\"}  | \"kafka.bootstrap_server\" is an unknown key; did you mean kafka.bootstrap_servers?",
        "kafka: {bootstrapServers: \"a:1\"}  | \"kafka.bootstrapServers\" is an unknown key; did you mean kafka.bootstrap_servers?",
        "state_dir: x                        | \"state_dir\" is an unknown key; did you mean harvest.state_dir?",
        "scorer.state_dir: x                 | \"scorer.state_dir\" is an unknown key; write it below scorer, indented",
        "http: {zzz: 1}                      | \"http.zzz\" is an unknown key; known here are http.host, http.port",
        "zzz: 1                              | \"zzz\" is an unknown key; known here are harvest, http, kafka, monitor, registry, scorer, sink, topics",
        "http: 9090                          | http is no section; write key: value lines below it, indented",
        "kafka: {properties: x}              | kafka.properties is no section; write key: value lines below it, indented",
        "kafka: {properties: {a: {b: c}}}    | kafka.properties.a takes one value; write it after the key, as text",
        "http: {port: [1]}                   | http.port takes one value; write it after the key, as text",
        "http: {port: }                      | http.port has no value; give it one, or remove the line",
        "http: {port: eighty}                | http.port is \"eighty\"; write a whole number",
        "http: {port: 1.5}                   | http.port is \"1.5\"; write a whole number",
        "http: {port: 65536}                 | http.port is 65536; write 0 to 65535",
        "http: {port: 99999999999}           | http.port is \"99999999999\"; write a whole number",
        "http: {host: \"\"}                  | http.host is empty; write a host name or an address",
        "topics: {partitions: 0}             | topics.partitions is 0; write 1 or more",
        "topics: {replication_factor: 0}     | topics.replication_factor is 0; write 1 or more, or -1 for what the broker has as default",
        "topics: {prefix: a b}               | topics.prefix is \"a b\"; a topic prefix has letters, digits, '.', '_' and '-' only: a b",
        "harvest: {batch_size: 101}          | harvest.batch_size is 101; write 1 to 100",
        "harvest: {max_age: 24}              | harvest.max_age is \"24\"; write a number and its unit, such as 500ms, 30s, 5m or 24h",
        "harvest: {max_age: 0s}              | harvest.max_age is no time at all; write a time such as 30s",
        "harvest: {seeds: [{a: b}]}          | harvest.seeds takes plain values; write one a line, after -",
        "harvest: {seeds: [\"\"]}            | harvest.seeds is \"\"; write the name of a file or directory",
        "sink: {data_dir: \"a\\0\"}          | sink.data_dir is \"a\\u0000\"; this system cannot have a file of that name: Nul character not allowed",
        "harvest: {api: {base_url: api}}     | harvest.api.base_url is no web address; write one such as http://127.0.0.1:8081",
        "harvest: {api: {base_url: \"a b\"}} | harvest.api.base_url is no web address; write one such as http://127.0.0.1:8081",
        "registry: {url: \"ftp://a/\"}       | registry.url is no web address; write one such as http://127.0.0.1:8081",
        "kafka: {bootstrap_servers: a}       | kafka.bootstrap_servers is \"a\"; write host:port, several with commas",
        "kafka: {bootstrap_servers: \"a:1,\"} | kafka.bootstrap_servers is \"a:1,\"; write host:port, several with commas",
        "scorer: {store: rocks}              | scorer.store is \"rocks\"; known are hash, memory, rocksdb",
        "scorer: {store: rocksbd}            | scorer.store is \"rocksbd\"; did you mean rocksdb?",
        "scorer: {threads: 0}                | scorer.threads is 0; write 1 or more",
        "scorer: {instance: \"a/b\"}         | scorer.instance is \"a/b\"; write letters, digits and . _ - @ only",
        "scorer: {policy: \"\"}              | scorer.policy is \"\"; write letters, digits and . _ - @ only",
        "scorer: {properties: {state.dir: x}} | scorer.properties.state.dir would have no effect; set scorer.state_dir",
        "kafka: {properties: {bootstrap.servers: \"a:1\"}} | kafka.properties.bootstrap.servers would have no effect; set kafka.bootstrap_servers",
        "- a                                 | the file is no section; write key: value lines below it, indented",
        "[a]: b                              | a key is no text; write key: value",
        "a: 'b                               | is no YAML: found unexpected end of stream; correct the syntax",
      })
  void isNamedWithLineAndRemedy(String line, String fault) throws IOException {
    sources.file("# first line", line);
    assertThat(sources.faults()).hasSize(1);
    assertThat(sources.faults().get(0)).matches("influx\\.yml:[23]: .*").endsWith(": " + fault);
  }

  @Test
  void namesBothPlacesOfAKeyThatIsThereTwice() throws IOException {
    sources.file("http:", "  port: 1", "  host: a", "  port: 2", "sink: {}", "http: {}");
    assertThat(sources.faults())
        .containsExactly(
            "influx.yml:4: http.port is there twice; keep this one or that in line 2",
            "influx.yml:6: http is there twice; keep this one or that in line 1");
  }

  @Test
  void areAllReportedAtOnce() throws IOException {
    sources
        .file("http:", "  prot: 1", "topics:", "  partitions: 0", "  replication_factor: x")
        .variable("INFLUX_SCORER_THREADS", "two")
        .variable("INFLUX_SCORER_STORAGE", "hash")
        .flag("sink.publish_interval", "0s")
        .flag("harvest.batch_size", "1000");
    assertThat(sources.faults())
        .containsExactlyInAnyOrder(
            "influx.yml:2: \"http.prot\" is an unknown key; did you mean http.port?",
            "influx.yml:4: topics.partitions is 0; write 1 or more",
            "influx.yml:5: topics.replication_factor is \"x\"; write a whole number",
            "env INFLUX_SCORER_STORAGE: is an unknown variable; did you mean INFLUX_SCORER_STORE?",
            "env INFLUX_SCORER_THREADS: scorer.threads is \"two\"; write a whole number",
            "flag -c: harvest.batch_size is 1000; write 1 to 100",
            "flag -c: sink.publish_interval is no time at all; write a time such as 30s");
  }

  @Test
  void areReportedOfOneSectionTogether() {
    sources.flag("scorer.threads", "0").flag("scorer.instance", "?").flag("scorer.store", "tape");
    assertThat(sources.faults()).hasSize(3);
  }

  @Test
  void areFoundInFlags() {
    sources
        .flag("http.prot", "1")
        .flag("kafka.properties", "x")
        .flag("http.port", "1")
        .flag("http.port", "2");
    assertThat(sources.faults())
        .containsExactly(
            "flag -c: \"http.prot\" is an unknown key; did you mean http.port?",
            "flag -c: kafka.properties has no name; write kafka.properties.NAME=VALUE",
            "flag -c: http.port is there twice; keep one of them");
  }

  @ParameterizedTest
  @CsvSource({
    "INFLUX_KAFKA, unset it; influx config show lists all keys",
    "INFLUX_SCORER_STATEDIR, did you mean INFLUX_SCORER_STATE_DIR?",
    "INFLUX_HARVEST_API_TOKEN, did you mean INFLUX_API_TOKEN?",
    "INFLUX_TOKEN, did you mean INFLUX_API_TOKEN?",
  })
  void areFoundInTheEnvironment(String name, String remedy) {
    sources.variable(name, "x");
    assertThat(sources.faults())
        .containsExactly("env " + name + ": is an unknown variable; " + remedy);
  }

  @Test
  void areNotSeenInVariablesOfOthers() {
    sources
        .variable("INFLUX_JAVA_OPTS", "-Xmx1g")
        .variable("INFLUXDB_TOKEN", "x")
        .variable("INFLUX_SCORER_SERVICE_HOST", "10.0.0.7")
        .variable("INFLUX_SCORER_SERVICE_PORT_METRICS", "9090")
        .variable("INFLUX_SCORER_PORT", "tcp://10.0.0.7:9090")
        .variable("INFLUX_PORT_9090_TCP_PROTO", "tcp")
        .variable("INFLUX_PORT_9090_TCP_ADDR", "10.0.0.7");
    assertThat(sources.config()).isNotNull();
  }

  @Test
  void areFoundInAFileThatIsNoFile() throws IOException {
    assertThat(sources.faults(sources.load(Path.of("absent.yml"))))
        .containsExactly(
            "absent.yml: cannot be read: there is no such file; correct the file, or name another");
    Files.createDirectory(directory.resolve("influx.yml"));
    assertThat(sources.faults())
        .hasSize(1)
        .allMatch(f -> f.startsWith("influx.yml: cannot be read"));
  }

  @Test
  void areFoundInAFileThatIsNoText() throws IOException {
    Path file = directory.resolve("influx.yml");
    Files.write(file, "http: {host: \u00e4}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(sources.faults())
        .containsExactly(
            "influx.yml: cannot be read: it is not UTF-8; correct the file, or name another");
    Files.writeString(file, "http: {host: \u0001}");
    assertThat(sources.faults())
        .containsExactly("influx.yml: is no YAML; remove what is not printable text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x {b: *x}",
        "? {a: b}\n: c",
        "--- \n---\na: b",
        "<<: {http: {}}",
        "!!map {a: b}",
        "\t"
      })
  void areFoundInYamlThatDoesMoreThanKeysAndValues(String text) throws IOException {
    sources.file(text);
    assertThat(sources.faults()).isNotEmpty();
  }
}
