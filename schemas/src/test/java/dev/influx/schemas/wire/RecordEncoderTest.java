package dev.influx.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.schemas.AuditEvent;
import dev.influx.schemas.AuthorClaim;
import dev.influx.schemas.AuthorState;
import dev.influx.schemas.ClashNotice;
import dev.influx.schemas.ComplianceRequest;
import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.PolicyEvent;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.RejectedProfile;
import dev.influx.schemas.ScoredProfile;
import dev.influx.schemas.ScorerStanding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordEncoderTest {
  private static final long SEED = 4;
  private static final int RECORDS = 500;

  private static Stream<Class<? extends SpecificRecord>> types() {
    return Stream.of(
        AuditEvent.class,
        AuthorClaim.class,
        AuthorState.class,
        ClashNotice.class,
        ComplianceRequest.class,
        HarvestOutcome.class,
        PolicyEvent.class,
        RawProfile.class,
        RejectedProfile.class,
        ScoredProfile.class,
        ScorerStanding.class);
  }

  /** What Avro's generic writer made of random data is read into a record, and must come again. */
  @ParameterizedTest
  @MethodSource("types")
  <T extends SpecificRecord> void writesWhatAvroWrites(Class<T> type) throws IOException {
    Schema schema = SpecificData.get().getSchema(type);
    RecordEncoder<T> encoder = RecordEncoder.of(type);
    int number = 0;
    for (Object generic : new RandomData(schema, RECORDS, SEED)) {
      byte[] avro = written(schema, generic);
      T record =
          new SpecificDatumReader<>(type)
              .read(null, DecoderFactory.get().binaryDecoder(avro, null));

      assertThat(encoder.encode(record)).as("record %d of seed %d", number, SEED).isEqualTo(avro);
      number++;
    }
    assertThat(number).isEqualTo(RECORDS);
  }

  @Test
  void leavesOutWhatIsNotWanted() throws IOException {
    RecordEncoder<Profile> encoder = RecordEncoder.without(Profile.class, Set.of("name"));
    Profile.Builder profile = Profile.newBuilder().setHandle("one").setName("One");
    byte[] few = encoder.encode(profile.setFollowersCount(1L).build());

    assertThat(encoder.encode(profile.setFollowersCount(2L).build())).isNotEqualTo(few);
    assertThat(
            RecordEncoder.without(Profile.class, Set.of("followers_count")).encode(profile.build()))
        .isEqualTo(
            RecordEncoder.without(Profile.class, Set.of("followers_count"))
                .encode(profile.setFollowersCount(3L).build()));
  }

  private static byte[] written(Schema schema, Object datum) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder binary = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(datum, binary);
    binary.flush();
    return bytes.toByteArray();
  }
}
