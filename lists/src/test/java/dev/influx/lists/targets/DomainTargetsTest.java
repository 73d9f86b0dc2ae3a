package dev.influx.lists.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.influx.lists.DataFault;
import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import dev.influx.lists.targets.DomainTargets.Span;
import dev.influx.lists.targets.DomainTargets.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainTargetsTest {

  private static final Path BUNDLED =
      Path.of(System.getProperty("influx.root"), "lists", "seeds", "targets.yml");

  @TempDir private Path directory;

  @Test
  void theBundledOnesAreThoseThatWereAgreed() {
    DomainTargets targets = DomainTargets.bundled();

    assertThat(targets.all()).isEqualTo(new Span(5_000, 10_000));
    assertThat(targets.domains().stream().collect(Collectors.toMap(Target::domain, Target::span)))
        .containsOnly(
            entry(Domain.AI_RESEARCH, new Span(800, 1_200)),
            entry(Domain.VC_INVESTING, new Span(600, 900)),
            entry(Domain.TECH_LEADERSHIP, new Span(500, 800)),
            entry(Domain.CRYPTO_WEB3, new Span(400, 600)),
            entry(Domain.HEALTHTECH, new Span(300, 500)),
            entry(Domain.CLIMATE_TECH, new Span(300, 500)),
            entry(Domain.EDTECH, new Span(250, 400)),
            entry(Domain.FINTECH, new Span(400, 600)),
            entry(Domain.GAMING_ESPORTS, new Span(300, 500)),
            entry(Domain.SECURITY_DEVSECOPS, new Span(250, 400)),
            entry(Domain.DATA_SCIENCE_ML, new Span(400, 600)),
            entry(Domain.OPEN_SOURCE, new Span(500, 800)));
  }

  @Test
  void theFileIsWhatIsBundled() {
    assertThat(DomainTargets.read(BUNDLED).orElseThrow(UnableToReadTargetsException::new))
        .isEqualTo(DomainTargets.bundled());
  }

  @Test
  void findsTheTargetOfEachDomain() {
    assertThat(Domain.values())
        .allMatch(domain -> DomainTargets.bundled().of(domain).domain() == domain);
  }

  @Test
  void saysWhatIsMissingAndWhatFits() {
    Span span = new Span(10, 20);

    assertThat(List.of(span.missing(3), span.room(3))).containsExactly(7L, 17L);
    assertThat(List.of(span.missing(12), span.room(12))).containsExactly(0L, 8L);
    assertThat(List.of(span.missing(25), span.room(25))).containsExactly(0L, 0L);
  }

  @Test
  void reportsAllFaultsAtOnce() throws IOException {
    String spoilt =
        bundled()
            .replaceFirst("name: edtech", "name: edtehc")
            .replaceFirst("min: 800", "min: 8000")
            .replaceFirst("priority: 2", "priority: 0")
            .replaceFirst("name: fintech", "name: open_source")
            .replaceFirst("max: 900", "most: 900");

    assertThat(faults(spoilt))
        .extracting(fault -> fault.toString().replaceFirst(".*targets.yml:", ""))
        .anyMatch(fault -> fault.contains("has a min above its max"))
        .anyMatch(fault -> fault.contains("domains[vc_investing].max is missing"))
        .anyMatch(fault -> fault.contains("most\" is an unknown key"))
        .anyMatch(fault -> fault.contains("write a decimal number from 1 to 9"))
        .anyMatch(fault -> fault.contains("did you mean edtech?"))
        .anyMatch(fault -> fault.contains("domains[open_source] is there twice"))
        .anyMatch(fault -> fault.contains("lack") && fault.contains("fintech"));
  }

  @Test
  void refusesTargetsThatCannotAllBeMet() throws IOException {
    assertThat(faults(bundled().replace("max: 10000", "max: 5000").replace("min: 250", "min: 251")))
        .singleElement()
        .extracting(DataFault::what)
        .isEqualTo("it wants 5002 to 7800 authors of its domains, and 5000 to 5000 in all");
    assertThat(faults(bundled().replace("min: 5000", "min: 7801"))).hasSize(1);
  }

  @Test
  void reportsWhatIsNoText() throws IOException {
    Path file = directory.resolve("targets.yml");
    Files.writeString(file, "authors: é", StandardCharsets.ISO_8859_1);

    assertThat(refused(DomainTargets.read(file)).toString()).contains("save it as UTF-8");
    assertThat(refused(DomainTargets.read(directory.resolve("none.yml"))).toString())
        .contains("it cannot be read");
  }

  @Test
  void theExceptionNamesAllFaults() {
    assertThatThrownBy(
            () ->
                DomainTargets.read(directory.resolve("none.yml"))
                    .orElseThrow(UnableToReadTargetsException::new))
        .isInstanceOfSatisfying(
            UnableToReadTargetsException.class, e -> assertThat(e.faults()).hasSize(1))
        .hasMessageContaining("1 fault(s)");
  }

  private List<DataFault> faults(String yaml) throws IOException {
    Path file = directory.resolve("targets.yml");
    Files.writeString(file, yaml);
    return refused(DomainTargets.read(file));
  }

  private static List<DataFault> refused(Reading<DomainTargets> reading) {
    return reading.fold(
        targets -> {
          throw new AssertionError("accepted " + targets);
        },
        faults -> faults);
  }

  private static String bundled() throws IOException {
    return Files.readString(BUNDLED);
  }
}
