package dev.influx.harvester.publish;

import dev.influx.schemas.Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * The fingerprint of what a profile says of an author. Its numbers are no part of it: they change
 * all the time, and the author is the same.
 */
final class ContentHash {
  private static final Set<String> NUMBERS =
      Set.of(
          "followers_count",
          "following_count",
          "tweet_count",
          "listed_count",
          "likes_given",
          "media_count");

  private static final SpecificDatumWriter<Profile> WITHOUT_NUMBERS = new WithoutNumbers();
  private static final SpecificDatumWriter<Profile> WHOLE =
      new SpecificDatumWriter<>(Profile.getClassSchema());

  private ContentHash() {}

  /** In hexadecimal digits. */
  static String of(Profile profile) {
    return hex(profile, WITHOUT_NUMBERS);
  }

  /** Of the numbers as well. */
  static String ofAll(Profile profile) {
    return hex(profile, WHOLE);
  }

  private static String hex(Profile profile, SpecificDatumWriter<Profile> writer) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      writer.write(profile, encoder);
      encoder.flush();
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("a digest can always be written to", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final class WithoutNumbers extends SpecificDatumWriter<Profile> {
    WithoutNumbers() {
      super(Profile.getClassSchema());
    }

    @Override
    protected void writeField(Object datum, Schema.Field field, Encoder out, Object state)
        throws IOException {
      if (!NUMBERS.contains(field.name())) {
        super.writeField(datum, field, out, state);
      }
    }
  }
}
