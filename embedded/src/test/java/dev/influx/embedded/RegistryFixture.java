package dev.influx.embedded;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh registry for each test, and some schemas to try it with. */
abstract class RegistryFixture {
  static final String LONG = "{'type':'record','name':'R','fields':[{'name':'a','type':'long'}]}";
  static final String TEXT = "{'type':'record','name':'R','fields':[{'name':'a','type':'string'}]}";
  static final String LONG_AND_B =
      "{'type':'record','name':'R','fields':[{'name':'a','type':'long'},"
          + "{'name':'b','type':'string','default':''}]}";

  @TempDir Path temp;
  EmbeddedRegistry registry;
  RestProbe rest;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(RegistrySettings.in(temp.resolve("data")));
    rest = new RestProbe(registry.uri());
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  static String version(String subject, int version, int id, String schema) {
    return "{'subject':'%s','version':%d,'id':%d,'schema':'%s'}"
        .formatted(subject, version, id, escaped(schema));
  }

  static String escaped(String schema) {
    return schema.replace("'", "\\'");
  }
}
