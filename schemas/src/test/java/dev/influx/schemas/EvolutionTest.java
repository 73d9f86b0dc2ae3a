package dev.influx.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.influx.schemas.topics.TopicSpec;
import dev.influx.schemas.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No schema may change in a way that some released reader or writer cannot live with. */
class EvolutionTest {
  private static final Path RELEASED =
      Path.of(System.getProperty("influx.root"), "schemas", "released");
  private static final SchemaValidator FULL_TRANSITIVE =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  static Stream<Schema> storedRecords() {
    return Stream.concat(
        new Topics("").catalogue(1).stream().map(TopicSpec::valueSchema).flatMap(Optional::stream),
        Stream.of(
            AuthorState.getClassSchema(),
            ScorerStanding.getClassSchema(),
            ScorerLedger.getClassSchema()));
  }

  @ParameterizedTest
  @MethodSource("storedRecords")
  void readsAndIsReadByEveryReleasedVersion(Schema schema) throws Exception {
    FULL_TRANSITIVE.validate(schema, newestFirst(released(schema)));
    assertThat(released(schema)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("storedRecords")
  void isTheNewestReleasedVersion(Schema schema) throws IOException {
    List<Schema> released = released(schema);
    boolean current = !released.isEmpty() && released.get(released.size() - 1).equals(schema);
    if (!current && System.getProperty("influx.golden").equals("write")) {
      release(schema, released.size() + 1);
      return;
    }
    assertThat(current)
        .as(
            "%s changed since v%d: release it with mvn -pl schemas -am test -Dinflux.golden=write",
            schema.getName(), released.size())
        .isTrue();
  }

  @Test
  void refusesAChangeThatOldReadersCannotLiveWith() {
    Schema before =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"long\"}]}");
    Schema after =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"b\",\"type\":\"long\"}]}");
    assertThatThrownBy(() -> FULL_TRANSITIVE.validate(after, List.of(before)))
        .isInstanceOf(SchemaValidationException.class);
  }

  private static List<Schema> released(Schema schema) throws IOException {
    List<Schema> versions = new ArrayList<>();
    for (Path file = file(schema, 1);
        Files.exists(file);
        file = file(schema, versions.size() + 1)) {
      versions.add(new Schema.Parser().parse(Files.readString(file)));
    }
    return versions;
  }

  private static List<Schema> newestFirst(List<Schema> versions) {
    List<Schema> reversed = new ArrayList<>(versions);
    Collections.reverse(reversed);
    return reversed;
  }

  private static Path file(Schema schema, int version) {
    return RELEASED.resolve(schema.getName()).resolve("v" + version + ".avsc");
  }

  private static void release(Schema schema, int version) throws IOException {
    Path file = file(schema, version);
    Files.createDirectories(file.getParent());
    Files.writeString(file, SchemaFormatter.format("json/pretty", schema) + "\n");
  }
}
