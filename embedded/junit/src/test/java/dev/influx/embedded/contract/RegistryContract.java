package dev.influx.embedded.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the genuine client may count on, whichever registry is at the other end. */
abstract class RegistryContract {
  private final RegistryUnderTest registry;
  private final CachedSchemaRegistryClient client;

  /** A subject of this test alone, and the name of its record: schemas are shared by content. */
  private final String subject = RegistryUnderTest.freshName();

  RegistryContract(RegistryUnderTest registry) {
    this.registry = registry;
    this.client = registry.client();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
  }

  @Test
  void registersAndFinds() throws Exception {
    AvroSchema first = record("{'name':'a','type':'long'}");
    AvroSchema second = record("{'name':'a','type':'long'}", optional("b"));

    int firstId = client.register(subject, first);
    int secondId = client.register(subject, second);

    assertThat(secondId).isNotEqualTo(firstId);
    assertThat(registry.client().getSchemaById(firstId).canonicalString())
        .isEqualTo(first.canonicalString());
    assertThat(registry.client().getId(subject, second)).isEqualTo(secondId);
    assertThat(registry.client().getVersion(subject, second)).isEqualTo(2);
    assertThat(client.getAllVersions(subject)).containsExactly(1, 2);
    assertThat(client.getAllSubjects()).contains(subject);
    assertThat(client.getAllSubjectsById(firstId)).containsExactly(subject);
    SchemaMetadata latest = client.getLatestSchemaMetadata(subject);
    assertThat(latest.getId()).isEqualTo(secondId);
    assertThat(latest.getVersion()).isEqualTo(2);
    assertThat(new AvroSchema(latest.getSchema())).isEqualTo(second);
    assertThat(client.getSchemaMetadata(subject, 1).getId()).isEqualTo(firstId);
  }

  @Test
  void givesOneSchemaOneId() throws Exception {
    AvroSchema schema = record("{'name':'a','type':'long'}");
    String other = RegistryUnderTest.freshName();

    int id = client.register(subject, schema);

    assertThat(registry.client().register(subject, schema)).isEqualTo(id);
    assertThat(registry.client().register(other, schema)).isEqualTo(id);
    assertThat(client.getAllVersions(subject)).containsExactly(1);
    assertThat(client.getAllSubjectsById(id)).containsExactlyInAnyOrder(subject, other);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    client.register(subject, record("{'name':'a','type':'long'}"));
    AvroSchema unknown = record("{'name':'other','type':'long'}");

    assertRefused(() -> client.getSchemaById(2_000_000_000), 404, 40403);
    assertRefused(() -> client.getLatestSchemaMetadata(subject + "x"), 404, 40401);
    assertRefused(() -> client.getAllVersions(subject + "x"), 404, 40401);
    assertRefused(() -> client.getSchemaMetadata(subject, 7), 404, 40402);
    assertRefused(() -> client.getId(subject + "x", unknown), 404, 40401);
    assertRefused(() -> client.getId(subject, unknown), 404, 40403);
  }

  @Test
  void refusesWhatIsNoSchema() {
    RestService rest = new RestService(registry.url());

    assertRefused(() -> rest.registerSchema("{\"type\":\"recor\"}", subject), 422, 42201);
  }

  /** A field without default comes in, a field without default goes, and a type changes. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # level,             comes, goes,  changes
          NONE,                true,  true,  true
          BACKWARD,            false, true,  false
          BACKWARD_TRANSITIVE, false, true,  false
          FORWARD,             true,  false, false
          FORWARD_TRANSITIVE,  true,  false, false
          FULL,                false, false, false
          FULL_TRANSITIVE,     false, false, false
          """)
  void keepsToTheLevel(String level, boolean comes, boolean goes, boolean changes)
      throws Exception {
    assertThat(client.updateCompatibility(subject, level)).isEqualTo(level);
    client.register(subject, record("{'name':'a','type':'long'}", "{'name':'b','type':'long'}"));

    assertThat(client.getCompatibility(subject)).isEqualTo(level);
    assertLets(
        comes,
        record(
            "{'name':'a','type':'long'}",
            "{'name':'b','type':'long'}",
            "{'name':'c','type':'long'}"));
    assertLets(goes, record("{'name':'a','type':'long'}"));
    assertLets(changes, record("{'name':'a','type':'string'}", "{'name':'b','type':'long'}"));
  }

  private void assertLets(boolean in, AvroSchema schema) throws Exception {
    String level = client.getCompatibility(subject);
    assertThat(client.testCompatibility(subject, schema)).as(level).isEqualTo(in);
    if (!in) {
      assertThat(client.testCompatibilityVerbose(subject, schema)).as(level).isNotEmpty();
      assertThatExceptionOfType(RestClientException.class)
          .isThrownBy(() -> client.register(subject, schema))
          .satisfies(e -> assertThat(e.getStatus()).isEqualTo(409));
    }
  }

  /** The third gets on with the second, and not with the first. */
  @ParameterizedTest
  @CsvSource({"FULL,true", "FULL_TRANSITIVE,false"})
  void looksBackAsFarAsTheLevelSays(String level, boolean lets) throws Exception {
    client.updateCompatibility(subject, level);
    client.register(subject, record("{'name':'a','type':'long'}"));
    client.register(subject, record("{'name':'a','type':'long'}", optional("b")));
    AvroSchema third = record("{'name':'a','type':'long'}", "{'name':'b','type':'string'}");

    if (lets) {
      client.register(subject, third);
    } else {
      assertThatExceptionOfType(RestClientException.class)
          .isThrownBy(() -> client.register(subject, third))
          .satisfies(e -> assertThat(e.getStatus()).isEqualTo(409));
    }
    assertThat(client.getAllVersions(subject)).hasSize(lets ? 3 : 2);
  }

  @Test
  void takesSubjectsBack() throws Exception {
    AvroSchema schema = record("{'name':'a','type':'long'}");
    int id = client.register(subject, schema);

    assertThat(client.deleteSubject(subject)).containsExactly(1);

    assertRefused(() -> registry.client().getAllVersions(subject), 404, 40401);
    assertThat(registry.client().getSchemaById(id)).as("data may still need it").isEqualTo(schema);
    assertThat(registry.client().register(subject, schema)).isEqualTo(id);
    assertThat(registry.client().getLatestSchemaMetadata(subject).getId()).isEqualTo(id);
  }

  @Test
  void takesVersionsBack() throws Exception {
    client.register(subject, record("{'name':'a','type':'long'}"));
    client.register(subject, record("{'name':'a','type':'long'}", optional("b")));

    assertThat(client.deleteSchemaVersion(subject, "2")).isEqualTo(2);

    assertThat(client.getAllVersions(subject)).containsExactly(1);
    assertThat(client.getLatestSchemaMetadata(subject).getVersion()).isEqualTo(1);
  }

  private static void assertRefused(ThrowingCallable call, int status, int code) {
    assertThatExceptionOfType(RestClientException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.getStatus()).as(e.getMessage()).isEqualTo(status))
        .satisfies(e -> assertThat(e.getErrorCode()).as(e.getMessage()).isEqualTo(code));
  }

  private static String optional(String name) {
    return "{'name':'%s','type':'string','default':''}".formatted(name);
  }

  /** A record named after the subject; single quotes stand for double ones. */
  private AvroSchema record(String... fields) {
    String text =
        "{'type':'record','name':'%s','fields':[%s]}"
            .formatted(subject, String.join(",", List.of(fields)));
    return new AvroSchema(text.replace('\'', '"'));
  }
}
