package dev.influx.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.app.pipe.DomainCounts;
import dev.influx.embedded.junit.TestKafka;
import dev.influx.embedded.junit.WithKafka;
import dev.influx.lists.Domain;
import dev.influx.schemas.Availability;
import dev.influx.schemas.RawProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is accepted now is counted for their domain, and who is not any more is not. */
@WithKafka
class DomainCountsIT {
  @TempDir private Path directory;

  @Test
  void countsTheAcceptedOfEachDomain(TestKafka kafka) throws Exception {
    try (TestingPipeline pipeline = new TestingPipeline(kafka, directory)) {
      assertThat(DomainCounts.read(pipeline.installation, pipeline.registry)).isEmpty();
      RawProfile[] authors =
          IntStream.of(0, 1, 2, 4)
              .mapToObj(
                  number -> in(number == 4 ? Domain.GAMING_ESPORTS : Domain.HEALTHTECH, number))
              .toArray(RawProfile[]::new);
      pipeline.observe(authors);
      ReplayIT.scoreAll(pipeline);
      assertThat(DomainCounts.read(pipeline.installation, pipeline.registry))
          .isEqualTo(Map.of(Domain.HEALTHTECH, 2L, Domain.GAMING_ESPORTS, 1L));

      pipeline.observe(
          RawProfile.newBuilder(authors[0])
              .setFetchedAt(authors[0].getFetchedAt().plus(Duration.ofDays(1)))
              .setProfile(null)
              .setAvailability(Availability.DELETED)
              .build());
      ReplayIT.scoreAll(pipeline);

      assertThat(DomainCounts.read(pipeline.installation, pipeline.registry))
          .isEqualTo(Map.of(Domain.HEALTHTECH, 1L, Domain.GAMING_ESPORTS, 1L));
    }
  }

  private static RawProfile in(Domain domain, int number) {
    return RawProfile.newBuilder(TestingObservations.author(number, 0))
        .setDomain(domain.id())
        .build();
  }
}
