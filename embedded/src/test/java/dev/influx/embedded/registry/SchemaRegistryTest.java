package dev.influx.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaRegistryTest {
  @TempDir private Path temp;
  private SchemaRegistry registry;

  @BeforeEach
  void open() throws IOException {
    registry = SchemaRegistry.open(temp.resolve("journal"));
  }

  @AfterEach
  void close() throws IOException {
    registry.close();
  }

  @Test
  void givesTheSameSchemaTheSameIdInEverySubject() {
    assertThat(register("one", Schemas.A)).isEqualTo(1);
    assertThat(register("two", Schemas.A_OPTIONAL_B)).isEqualTo(2);
    assertThat(register("two", Schemas.A)).isEqualTo(1);
    assertThat(register("one", Schemas.A)).isEqualTo(1);

    assertThat(numbers("one")).containsExactly(1);
    assertThat(numbers("two")).containsExactly(1, 2);
  }

  @Test
  void addsAVersionWhenADeletedSchemaComesBack() {
    register("s", Schemas.A);
    registry.decide(now -> Decisions.deleteVersion(now, "s", "1", false));

    assertThat(register("s", Schemas.A)).isEqualTo(1);
    assertThat(registry.catalogue().subject("s").orElseThrow().versions())
        .containsExactly(new Version(1, 1, true), new Version(2, 1, false));
  }

  @Test
  void findsANormalizedSchemaUnderItsRegisteredSpelling() {
    int id = register("s", Schemas.record("{'name':'a','type':'long','z':1,'b':2}"));
    Candidate other =
        Candidate.parse(Schemas.record("{'name':'a','type':'long','b':2,'z':1}"), true);

    assertThat(registry.<Integer>decide(now -> Decisions.register(now, "s", other))).isEqualTo(id);
    assertThat(numbers("s")).containsExactly(1);
  }

  @Test
  void changesNothingWhenTheJournalCannotBeWritten() throws Exception {
    register("s", Schemas.A);
    registry.close();

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> register("s", Schemas.A_OPTIONAL_B))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.STORE_FAILED))
        .satisfies(refusal -> assertThat(refusal.code().status()).isEqualTo(500));
    assertThat(numbers("s")).containsExactly(1);
    assertThat(registry.catalogue().highestId()).isEqualTo(1);
  }

  @Test
  void serializesConcurrentRegistrations() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String schema = enumNamed("E" + i % 20);
        String subject = "s" + i % 7;
        tasks.add(() -> register(subject, schema));
      }
      registry.decide(
          now -> Decision.change(0, new Change.LevelSet(Subject.GLOBAL, CompatibilityLevel.NONE)));
      Set<Integer> ids = new HashSet<>();
      for (Future<Integer> each : threads.invokeAll(tasks)) {
        ids.add(each.get());
      }
      assertThat(ids).hasSize(20).allMatch(id -> id >= 1 && id <= 20);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Whatever is registered, deleted and reopened: an id means one schema, for ever. */
  @Test
  void keepsIdsStable() throws Exception {
    Property.forSeeds(
        40,
        random -> {
          Path file = temp.resolve("journal-" + random.nextLong());
          Map<String, Integer> known = new HashMap<>();
          SchemaRegistry current = SchemaRegistry.open(file);
          for (int step = 0; step < 60; step++) {
            if (random.nextInt(10) == 0) {
              String before = describe(current);
              current.close();
              current = SchemaRegistry.open(file);
              assertThat(describe(current)).isEqualTo(before);
            }
            act(current, random, known);
          }
          current.close();
        });
  }

  private static void act(SchemaRegistry registry, Random random, Map<String, Integer> known) {
    String subject = "s" + random.nextInt(3);
    String version = Integer.toString(1 + random.nextInt(4));
    boolean permanent = random.nextBoolean();
    try {
      switch (random.nextInt(4)) {
        case 0 -> registry.decide(now -> Decisions.deleteSubject(now, subject, permanent));
        case 1 -> registry.decide(now -> Decisions.deleteVersion(now, subject, version, permanent));
        default -> registerAny(registry, random, subject, known);
      }
    } catch (Refusal refusal) {
      assertThat(refusal.code().status()).as(refusal.getMessage()).isIn(404, 409);
    }
  }

  private static void registerAny(
      SchemaRegistry registry, Random random, String subject, Map<String, Integer> known) {
    String schema =
        random.nextBoolean()
            ? enumNamed("E" + random.nextInt(5))
            : List.of(Schemas.A, Schemas.A_OPTIONAL_B, Schemas.A_REQUIRED_B, Schemas.A_AS_TEXT)
                .get(random.nextInt(4));
    Candidate candidate = Candidate.parse(schema, false);
    int id = registry.decide(now -> Decisions.register(now, subject, candidate));
    Integer before = known.putIfAbsent(schema, id);
    assertThat(id).isEqualTo(before == null ? known.size() : before);
    assertThat(registry.catalogue().schema(id)).contains(schema);
  }

  private static String describe(SchemaRegistry registry) {
    Catalogue catalogue = registry.catalogue();
    StringBuilder text = new StringBuilder();
    catalogue.subjects().forEach(subject -> text.append(subject).append('\n'));
    for (int id = 1; id <= catalogue.highestId(); id++) {
      text.append(id).append(catalogue.schema(id)).append('\n');
    }
    return text.toString();
  }

  private static String enumNamed(String name) {
    return Schemas.avro("{'type':'enum','name':'" + name + "','symbols':['X']}");
  }

  private int register(String subject, String schema) {
    Candidate candidate = Candidate.parse(schema, false);
    return registry.decide(now -> Decisions.register(now, subject, candidate));
  }

  private List<Integer> numbers(String subject) {
    return registry.catalogue().subject(subject).orElseThrow().live().stream()
        .map(Version::number)
        .toList();
  }
}
