package dev.influx.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written as Parquet is read back by the library's own reader. */
class ParquetFormTest {
  @TempDir Path path;

  @Test
  void everyRowIsThereAndWhatIsUnknownIsNull() throws IOException {
    Path file = path.resolve("list.parquet");
    write(
        file,
        """
        {"id":"1","handle":"ann","name":"Añn \\uD83D\\uDE00","followers_count":5000000000,
         "topic_tags":["fintech"],"meta":{"score":87.3,"rank_global":1,"quality_score":null}}
        """,
        """
        {"id":"2","handle":"bob","followers_count":null,"topic_tags":[],"meta":{"score":12.0,"rank_global":2}}
        """);

    List<Group> rows = read(file);

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).getString("name", 0)).isEqualTo("Añn \uD83D\uDE00");
    assertThat(rows.get(0).getLong("followers_count", 0)).isEqualTo(5_000_000_000L);
    assertThat(rows.get(0).getDouble("score", 0)).isEqualTo(87.3);
    assertThat(rows.get(0).getString("domain", 0)).isEqualTo("fintech");
    assertThat(rows.get(0).getFieldRepetitionCount("quality_score")).isZero();
    assertThat(rows.get(1).getFieldRepetitionCount("followers_count")).isZero();
    assertThat(rows.get(1).getFieldRepetitionCount("domain")).isZero();
    assertThat(rows.get(1).getLong("rank_global", 0)).isEqualTo(2);
  }

  private static void write(Path file, String... authors) throws IOException {
    try (ParquetForm form = new ParquetForm(file)) {
      for (String each : authors) {
        JsonNode author = new JsonMapper().readTree(each);
        form.write(each.getBytes(StandardCharsets.UTF_8), author);
      }
    }
  }

  private static List<Group> read(Path file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new TestingUnpacking())
            .build();
    List<Group> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      MessageType schema = reader.getFileMetaData().getSchema();
      PageReadStore pages = reader.readNextRowGroup();
      RecordReader<Group> records =
          new ColumnIOFactory()
              .getColumnIO(schema)
              .getRecordReader(pages, new GroupRecordConverter(schema));
      for (long row = 0; row < pages.getRowCount(); row++) {
        rows.add(records.read());
      }
    }
    return rows;
  }

  /** Unpacks pages by the library that packed them. */
  private static final class TestingUnpacking implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("nothing is written");
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      assertThat(codec).isEqualTo(CompressionCodecName.ZSTD);
      return new Unpacking();
    }

    @Override
    public void release() {
      // There is nothing to let go of.
    }
  }

  private static final class Unpacking implements CompressionCodecFactory.BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      bytes.writeAllTo(packed);
      return BytesInput.from(Zstd.decompress(packed.toByteArray(), size));
    }

    @Override
    public void decompress(
        ByteBuffer input, int compressedSize, ByteBuffer output, int decompressedSize)
        throws IOException {
      byte[] packed = new byte[compressedSize];
      input.get(packed);
      output.put(Zstd.decompress(packed, decompressedSize));
    }

    @Override
    public void release() {
      // There is nothing to let go of.
    }
  }
}
