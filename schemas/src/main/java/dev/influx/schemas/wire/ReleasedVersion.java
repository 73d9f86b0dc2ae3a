package dev.influx.schemas.wire;

import org.apache.avro.Schema;

/** Which released version of its schema a type of record has in this build. */
public final class ReleasedVersion {
  private ReleasedVersion() {}

  /** The newest there is, from 1: the build fails when a schema is not its newest release. */
  public static int of(Schema schema) {
    int version = 0;
    while (isReleased(schema, version + 1)) {
      version++;
    }
    if (version == 0) {
      throw new IllegalArgumentException(schema.getName() + " was never released");
    }
    return version;
  }

  private static boolean isReleased(Schema schema, int version) {
    String file = "/released/" + schema.getName() + "/v" + version + ".avsc";
    return ReleasedVersion.class.getResource(file) != null;
  }
}
