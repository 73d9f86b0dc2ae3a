package dev.influx.schemas.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificRecord;

/**
 * How values of one schema are written. What there is to know about a schema is found out once;
 * Avro's own writer finds it out anew for every field of every record, which takes most of its
 * time.
 */
interface Step {

  void write(Object value, Encoder out) throws IOException;

  /** For generated records, but not for those of its fields that are named. */
  static Step of(Schema record, Set<String> without) {
    return new Compiler().record(record, without);
  }

  /** Makes the steps of a schema and of all within it. */
  final class Compiler {
    private static final int WITH_NULL = 2;

    private final Map<String, Fields> records = new HashMap<>();

    private Step step(Schema schema) {
      return switch (schema.getType()) {
        case RECORD -> record(schema, Set.of());
        case ENUM -> (value, out) -> out.writeEnum(schema.getEnumOrdinal(value.toString()));
        case ARRAY -> array(step(schema.getElementType()));
        case UNION -> union(schema);
        case FIXED -> (value, out) -> out.writeFixed(((GenericFixed) value).bytes());
        case STRING -> (value, out) -> out.writeString((String) value);
        case BYTES -> (value, out) -> out.writeBytes((ByteBuffer) value);
        case INT -> (value, out) -> out.writeInt((Integer) value);
        case LONG -> number(schema);
        case FLOAT -> (value, out) -> out.writeFloat((Float) value);
        case DOUBLE -> (value, out) -> out.writeDouble((Double) value);
        case BOOLEAN -> (value, out) -> out.writeBoolean((Boolean) value);
        case NULL, MAP -> throw unsupported(schema);
      };
    }

    private Step record(Schema schema, Set<String> without) {
      Fields known = records.get(schema.getFullName());
      if (known != null) {
        return known;
      }
      Fields fields = new Fields();
      records.put(schema.getFullName(), fields);
      List<Field> written =
          schema.getFields().stream().filter(field -> !without.contains(field.name())).toList();
      fields.positions = written.stream().mapToInt(Field::pos).toArray();
      fields.steps = written.stream().map(field -> step(field.schema())).toArray(Step[]::new);
      return fields;
    }

    private static Step array(Step element) {
      return (value, out) -> {
        Collection<?> elements = (Collection<?>) value;
        out.writeArrayStart();
        out.setItemCount(elements.size());
        for (Object each : elements) {
          out.startItem();
          element.write(each, out);
        }
        out.writeArrayEnd();
      };
    }

    /** Of two branches, of which one is null: which of them a value belongs to is plain. */
    private Step union(Schema schema) {
      List<Schema> branches = schema.getTypes();
      int absent = branches.indexOf(Schema.create(Schema.Type.NULL));
      if (branches.size() != WITH_NULL || absent < 0) {
        throw unsupported(schema);
      }
      int present = 1 - absent;
      Step step = step(branches.get(present));
      return (value, out) -> {
        if (value == null) {
          out.writeIndex(absent);
        } else {
          out.writeIndex(present);
          step.write(value, out);
        }
      };
    }

    private static Step number(Schema schema) {
      if (schema.getLogicalType() == null) {
        return (value, out) -> out.writeLong((Long) value);
      } else if (schema.getLogicalType().equals(LogicalTypes.timestampMillis())) {
        return (value, out) -> out.writeLong(((Instant) value).toEpochMilli());
      }
      throw unsupported(schema);
    }

    private static IllegalArgumentException unsupported(Schema schema) {
      return new IllegalArgumentException("no record of influx has a field like " + schema);
    }
  }

  /** A record may hold records like itself: its fields are filled in after it is known. */
  final class Fields implements Step {
    private int[] positions;
    private Step[] steps;

    @Override
    public void write(Object value, Encoder out) throws IOException {
      SpecificRecord record = (SpecificRecord) value;
      for (int field = 0; field < steps.length; field++) {
        steps[field].write(record.get(positions[field]), out);
      }
    }
  }
}
