package dev.influx.app.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** A Parquet file; what is unknown is null. */
final class ParquetForm implements Export.Form {
  private static final MessageType SCHEMA = schema();

  /** A group of rows is in memory until it is whole. */
  private static final long GROUP_BYTES = 32L << 20;

  private final ParquetWriter<JsonNode> writer;

  ParquetForm(Path file) throws IOException {
    writer =
        new Building(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodec())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(GROUP_BYTES)
            .withWriteMode(Mode.OVERWRITE)
            .build();
  }

  private static MessageType schema() {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (Column column : Column.ALL) {
      switch (column.kind()) {
        case TEXT ->
            schema
                .optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
        case WHOLE -> schema.optional(PrimitiveTypeName.INT64).named(column.name());
        case NUMBER -> schema.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      }
    }
    return schema.named("author");
  }

  @Override
  public void write(byte[] line, JsonNode author) throws IOException {
    writer.write(author);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Building extends ParquetWriter.Builder<JsonNode, Building> {
    Building(OutputFile file) {
      super(file);
    }

    @Override
    protected Building self() {
      return this;
    }

    /** The library still asks everyone to have it. */
    @Deprecated
    @Override
    protected WriteSupport<JsonNode> getWriteSupport(Configuration configuration) {
      return new Rows();
    }

    @Override
    protected WriteSupport<JsonNode> getWriteSupport(ParquetConfiguration configuration) {
      return new Rows();
    }
  }

  private static final class Rows extends WriteSupport<JsonNode> {
    private RecordConsumer out;

    /** The library still asks everyone to have it. */
    @Deprecated
    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(SCHEMA, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(SCHEMA, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      out = consumer;
    }

    @Override
    public void write(JsonNode author) {
      out.startMessage();
      for (int i = 0; i < Column.ALL.size(); i++) {
        Column column = Column.ALL.get(i);
        JsonNode value = column.in(author);
        if (!value.isNull() && !value.isMissingNode()) {
          out.startField(column.name(), i);
          add(column.kind(), value);
          out.endField(column.name(), i);
        }
      }
      out.endMessage();
    }

    private void add(Column.Kind kind, JsonNode value) {
      switch (kind) {
        case TEXT -> out.addBinary(Binary.fromString(value.textValue()));
        case WHOLE -> out.addLong(value.longValue());
        case NUMBER -> out.addDouble(value.doubleValue());
      }
    }
  }
}
