package dev.influx.schemas.wire;

import dev.influx.schemas.topics.TopicSpec;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * A connection to a Confluent-compatible schema registry: registers what the catalogue needs, and
 * hands out serializers and deserializers that share its cache of ids.
 */
public final class Registry implements AutoCloseable {
  private static final int CACHED_SCHEMAS = 1000;
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int TOO_MANY_REQUESTS = 429;

  private final String url;
  private final SchemaRegistryClient client;

  private Registry(String url, SchemaRegistryClient client) {
    this.url = url;
    this.client = client;
  }

  /** Connects lazily: no request is made before the first schema is needed. */
  public static Registry at(String url, Map<String, String> properties) {
    return new Registry(url, new CachedSchemaRegistryClient(url, CACHED_SCHEMAS, properties));
  }

  public String url() {
    return url;
  }

  /** The bytes of records of one type, for the topic that Kafka names with each record. */
  public <T extends SpecificRecord> WireSerializer<T> serializer(Class<T> type) {
    return new WireSerializer<>(this, type);
  }

  /** Records of one type from bytes that any released schema wrote. */
  public <T extends SpecificRecord> WireDeserializer<T> deserializer(Class<T> type) {
    return new WireDeserializer<>(this, type, Patience.FOR_OUTAGES);
  }

  /**
   * Asks for something cheap; throws {@link UnableToReachRegistryException} when nobody answers.
   */
  public void ping() {
    call("list its subjects", () -> client.getAllSubjectsByPrefix("influx-no-such-subject"));
  }

  /**
   * Registers the value schema of a topic under its subject, FULL_TRANSITIVE; does nothing twice.
   */
  public void register(TopicSpec topic) {
    topic.valueSchema().ifPresent(schema -> register(topic.subject(), schema));
  }

  private void register(String subject, Schema schema) {
    call(
        "set the compatibility of " + subject,
        () -> client.updateCompatibility(subject, "FULL_TRANSITIVE"));
    call(
        "register the schema of " + subject,
        () -> client.register(subject, new AvroSchema(schema)));
  }

  /** Removes what {@link #register} did for a topic that was deleted; does nothing twice. */
  public void unregister(TopicSpec topic) {
    topic.valueSchema().ifPresent(schema -> remove(topic.subject()));
  }

  /** For good, which the registry allows only for what was removed before. */
  private void remove(String subject) {
    boolean known =
        call("list its subjects", () -> client.getAllSubjectsByPrefix(subject)).contains(subject);
    if (known) {
      call("remove " + subject, () -> client.deleteSubject(subject));
      call("remove " + subject + " for good", () -> client.deleteSubject(subject, true));
    }
  }

  /** The id under which exactly this schema is registered for a subject. */
  int idOf(String subject, Schema schema) {
    return call(
        "find the schema of " + subject, () -> client.getId(subject, new AvroSchema(schema)));
  }

  /** The schema that a record was written with. */
  Schema schemaOf(int id) {
    return call("find schema " + id, () -> (Schema) client.getSchemaById(id).rawSchema());
  }

  private <T> T call(String purpose, Request<T> request) {
    try {
      return request.send();
    } catch (RestClientException e) {
      if (e.getStatus() >= FIRST_SERVER_ERROR || e.getStatus() == TOO_MANY_REQUESTS) {
        throw new UnableToReachRegistryException(failure(purpose, e), e);
      }
      throw new UnableToResolveSchemaException(failure(purpose, e), e);
    } catch (IOException e) {
      throw new UnableToReachRegistryException(failure(purpose, e), e);
    }
  }

  private String failure(String purpose, Exception cause) {
    return "the schema registry at " + url + " could not " + purpose + ": " + cause.getMessage();
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  @FunctionalInterface
  private interface Request<T> {
    T send() throws IOException, RestClientException;
  }
}
