package dev.influx.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.RawProfile;
import dev.influx.schemas.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

class RecordEncoderTest {
  private static final RawProfile PROFILE =
      Samples.observation("12", Instant.parse("2026-01-02T03:04:05Z"));

  private final RecordEncoder<RawProfile> encoder = new RecordEncoder<>(RawProfile.class);

  @Test
  void writesWhatAvroWrites() throws IOException {
    assertThat(encoded(encoder)).isEqualTo(encoded(new SpecificDatumWriter<>(RawProfile.class)));
  }

  @Test
  void findsNullOnEitherSide() {
    Schema first = SchemaBuilder.unionOf().nullType().and().longType().endUnion();
    Schema last = SchemaBuilder.unionOf().longType().and().nullType().endUnion();

    assertThat(encoder.resolveUnion(first, null)).isZero();
    assertThat(encoder.resolveUnion(first, 1L)).isOne();
    assertThat(encoder.resolveUnion(last, 1L)).isZero();
    assertThat(encoder.resolveUnion(last, null)).isOne();
  }

  @Test
  void looksAtTheValueWhereThereAreOtherUnions() {
    Schema plain = SchemaBuilder.unionOf().longType().and().stringType().endUnion();
    Schema wide = SchemaBuilder.unionOf().nullType().and().longType().and().stringType().endUnion();

    assertThat(encoder.resolveUnion(plain, "a")).isOne();
    assertThat(encoder.resolveUnion(wide, "a")).isEqualTo(2);
    assertThat(encoder.resolveUnion(wide, 1L)).isOne();
  }

  private static byte[] encoded(SpecificDatumWriter<RawProfile> writer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder binary = EncoderFactory.get().binaryEncoder(bytes, null);
    writer.write(PROFILE, binary);
    binary.flush();
    return bytes.toByteArray();
  }
}
