package dev.influx.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.lists.policies.Policies;
import dev.influx.schemas.topics.Topics;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.evaluation.Evaluator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every store behaves like a map, and where it is asked for a range like a sorted one, so that the
 * choice among them is one of speed alone.
 */
class StoreKindTest {
  private static final long SEED = 99;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void behavesLikeASortedMap(StoreKind kind) {
    try (TopologyTestDriver driver = driver(kind)) {
      KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(ScorerTopology.AUTHORS);
      TreeMap<Bytes, String> oracle = new TreeMap<>();
      Random random = new Random(SEED);
      for (int step = 0; step < 2_000; step++) {
        change(store, oracle, random);
      }

      assertThat(contents(store.all()))
          .as("seed %d", SEED)
          .containsExactlyInAnyOrderElementsOf(entries(oracle));
      Bytes from = key(20);
      Bytes to = key(60);
      assertThat(contents(store.range(from, to)))
          .isEqualTo(entries(oracle.subMap(from, true, to, true)));
      assertThat(contents(store.range(null, to))).isEqualTo(entries(oracle.headMap(to, true)));
      assertThat(store.get(key(1000))).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWalkUnderWayOutlivesWhatHappensToTheStore(StoreKind kind) {
    try (TopologyTestDriver driver = driver(kind)) {
      KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(ScorerTopology.AUTHORS);
      for (int number = 0; number < 10; number++) {
        store.put(key(number), bytes("before"));
      }
      List<Bytes> met = new ArrayList<>();
      try (KeyValueIterator<Bytes, byte[]> walk = store.all()) {
        met.add(walk.next().key);
        for (int number = 5; number < 20; number++) {
          store.put(key(number), bytes("after"));
        }
        walk.forEachRemaining(entry -> met.add(entry.key));
      }

      assertThat(met).doesNotHaveDuplicates();
      for (int number = 0; number < 10; number++) {
        assertThat(met).contains(key(number));
      }
    }
  }

  private static byte[] bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private static void change(
      KeyValueStore<Bytes, byte[]> store, Map<Bytes, String> oracle, Random random) {
    Bytes key = key(random.nextInt(100));
    String value = "v" + random.nextInt();
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    switch (random.nextInt(5)) {
      case 0 -> {
        store.delete(key);
        oracle.remove(key);
      }
      case 1 -> {
        store.putIfAbsent(key, bytes);
        oracle.putIfAbsent(key, value);
      }
      case 2 -> {
        store.put(key, null);
        oracle.remove(key);
      }
      case 3 -> {
        store.putAll(List.of(KeyValue.pair(key, bytes)));
        oracle.put(key, value);
      }
      default -> {
        store.put(key, bytes);
        oracle.put(key, value);
      }
    }
    byte[] stored = store.get(key);
    assertThat(stored == null ? null : new String(stored, StandardCharsets.UTF_8))
        .isEqualTo(oracle.get(key));
  }

  private static Bytes key(int number) {
    return Bytes.wrap(String.format("%04d", number).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> contents(KeyValueIterator<Bytes, byte[]> iterator) {
    List<String> contents = new ArrayList<>();
    try (iterator) {
      while (iterator.hasNext()) {
        Bytes peeked = iterator.peekNextKey();
        KeyValue<Bytes, byte[]> entry = iterator.next();
        assertThat(entry.key).isEqualTo(peeked);
        contents.add(entry.key + "=" + new String(entry.value, StandardCharsets.UTF_8));
      }
    }
    return contents;
  }

  private static List<String> entries(Map<Bytes, String> oracle) {
    return oracle.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
  }

  private TopologyTestDriver driver(StoreKind kind) {
    Evaluator evaluator = Evaluator.of(Policies.bundled().find("m0").orElseThrow());
    Registry nowhere = Registry.at("http://127.0.0.1:1", Map.of());
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "store-" + kind);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    settings.put(DeadPlaces.SETTING, new DeadPlaces());
    return new TopologyTestDriver(
        new ScorerTopology(new Topics("t."), evaluator, kind)
            .build(nowhere, new SimpleMeterRegistry())
            .topology(),
        settings);
  }
}
