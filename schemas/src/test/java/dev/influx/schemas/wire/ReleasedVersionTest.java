package dev.influx.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.influx.schemas.HarvestOutcome;
import dev.influx.schemas.Profile;
import dev.influx.schemas.RawProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ReleasedVersionTest {
  private static final Path RELEASED =
      Path.of(System.getProperty("influx.root"), "schemas", "released");

  @Test
  void isTheNewestThatWasReleased() throws IOException {
    for (Schema schema : new Schema[] {RawProfile.SCHEMA$, HarvestOutcome.SCHEMA$}) {
      try (Stream<Path> files = Files.list(RELEASED.resolve(schema.getName()))) {
        assertThat((long) ReleasedVersion.of(schema)).isEqualTo(files.count());
      }
    }
  }

  @Test
  void isThereOnlyForWhatIsReleasedOnItsOwn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReleasedVersion.of(Profile.SCHEMA$))
        .withMessageContaining("Profile");
  }
}
