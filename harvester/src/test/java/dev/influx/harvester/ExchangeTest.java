package dev.influx.harvester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.influx.harvester.api.Answer;
import dev.influx.harvester.api.Lookup.By;
import dev.influx.harvester.journal.Journal;
import dev.influx.harvester.plan.Batch;
import dev.influx.harvester.plan.Chance;
import dev.influx.harvester.plan.Ending;
import dev.influx.harvester.plan.Remembered;
import dev.influx.harvester.plan.Samples;
import dev.influx.harvester.plan.Settled;
import dev.influx.harvester.plan.Settlement;
import dev.influx.runtime.Explained;
import dev.influx.runtime.compliance.ForgottenAuthors;
import dev.influx.runtime.compliance.ForgottenWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExchangeTest {
  private static final Batch ADA =
      new Batch(By.HANDLE, List.of(Samples.byHandle("ada")), Chance.FIRST);

  @TempDir private Path directory;
  private final TestingPublisher publisher = new TestingPublisher();
  private final ForgottenWatch watch = ForgottenWatch.of(ForgottenAuthors.none());
  private final TestingXApi api =
      new TestingXApi(
          (lookup, number) -> new Answer.Ok(Samples.page(List.of(Samples.user("1", "ada")))));

  @Test
  void notesWhoIsPublished() throws InterruptedException {
    try (Journal journal = Journal.open(file(), entry -> {})) {
      Settlement settlement = exchange(journal).settle(ADA);

      assertThat(settlement.settled()).extracting(Settled::ending).containsExactly(Ending.FOUND);
    }
    assertThat(publisher.published()).hasSize(1);
    assertThat(noted()).extracting(Remembered::key).containsExactly("ada");
  }

  @Test
  void notesNobodyWhoCouldNotBePublished() {
    publisher.failWith(new Explained("cannot be published", "too large", "raise it", null));
    try (Journal journal = Journal.open(file(), entry -> {})) {
      assertThatExceptionOfType(Explained.class).isThrownBy(() -> exchange(journal).settle(ADA));
    }
    assertThat(noted()).isEmpty();
  }

  private Exchange exchange(Journal journal) {
    return new Exchange(api, publisher, journal, new Discretion(watch), () -> Samples.NOW);
  }

  private Path file() {
    return directory.resolve("journal");
  }

  private List<Remembered> noted() {
    List<Remembered> noted = new ArrayList<>();
    Journal.read(file(), noted::add);
    return noted;
  }
}
