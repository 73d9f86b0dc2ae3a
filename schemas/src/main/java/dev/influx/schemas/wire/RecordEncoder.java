package dev.influx.schemas.wire;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Encodes records. Which branch of a union with null a value belongs to is plain; Avro would ask
 * for the name of its schema and look that up, for every such field of every record.
 */
final class RecordEncoder<T> extends SpecificDatumWriter<T> {
  private static final int WITH_NULL = 2;

  RecordEncoder(Class<T> type) {
    super(type);
  }

  @Override
  protected int resolveUnion(Schema union, Object datum) {
    List<Schema> branches = union.getTypes();
    if (branches.size() == WITH_NULL && isNull(branches.get(0)) != isNull(branches.get(1))) {
      return isNull(branches.get(0)) == (datum == null) ? 0 : 1;
    }
    return super.resolveUnion(union, datum);
  }

  private static boolean isNull(Schema branch) {
    return branch.getType() == Schema.Type.NULL;
  }
}
