package dev.influx.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.influx.bench.micro.Micro;
import dev.influx.bench.micro.MicroRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The shortest run of all benchmarks: that they run and count, not how fast they are. */
class MicroIT {
  private static final Micro.Plan SHORTEST = shortest(List.of());

  private final PrintStream progress =
      new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);

  @Test
  void theModelIsMeasured() {
    assertThat(Micro.run(Micro.Subject.MODEL, SHORTEST, progress))
        .allMatch(run -> run.perSecond() > 0 && run.bytes().isPresent())
        .allMatch(run -> run.policy().equals(Optional.of("m2@2")))
        .extracting(MicroRun::method)
        .containsExactlyInAnyOrder("score", "judge", "judgeWithLanguage", "explain");
  }

  @Test
  void theMatcherIsMeasured() {
    assertThat(Micro.run(Micro.Subject.MATCHER, SHORTEST, progress))
        .allMatch(run -> run.perSecond() > 0 && run.policy().isEmpty())
        .extracting(MicroRun::method)
        .containsExactlyInAnyOrder("fold", "find");
  }

  @Test
  void theGatesAreMeasured() {
    assertThat(Micro.run(Micro.Subject.GATES, SHORTEST, progress))
        .allMatch(run -> run.perSecond() > 0 && run.policy().equals(Optional.of("m2@2")))
        .extracting(MicroRun::method)
        .containsExactly("judge");
  }

  @Test
  void onlyWhatWasAskedForIsMeasured() {
    assertThat(Micro.run(Micro.Subject.MATCHER, shortest(List.of("find")), progress))
        .extracting(MicroRun::method)
        .containsExactly("find");
  }

  private static Micro.Plan shortest(List<String> only) {
    return new Micro.Plan(Optional.empty(), only, List.of("m2@2"), 1, 0, 1, 1);
  }
}
