package dev.influx.embedded.contract;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.util.Map;
import java.util.UUID;

/** A running registry, by whomever it was written. */
public record RegistryUnderTest(String name, String url) {
  private static final int CACHED_SCHEMAS = 100;

  /** The genuine client, with nothing in its caches. */
  public CachedSchemaRegistryClient client() {
    return new CachedSchemaRegistryClient(url, CACHED_SCHEMAS, Map.of());
  }

  /** A name that nobody used before: the registries outlive the tests. */
  public static String freshName() {
    return "n" + UUID.randomUUID().toString().replace("-", "");
  }

  @Override
  public String toString() {
    return name;
  }
}
