package dev.influx.lists.seeds;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.lists.Domain;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundledSeedsTest {

  private static final Path FILES = Path.of(System.getProperty("influx.root"), "lists", "seeds");

  private final List<Seed> seeds = SeedFiles.bundled().orElseThrow(UnableToReadSeedsException::new);

  @Test
  void everyDomainHasSeeds() {
    Map<Domain, List<Seed>> byDomain = seeds.stream().collect(groupingBy(Seed::domain));

    assertThat(seeds).hasSizeGreaterThanOrEqualTo(150);
    assertThat(byDomain).containsOnlyKeys(Domain.values());
    assertThat(byDomain.values()).allMatch(ofOne -> ofOne.size() >= 8);
  }

  @Test
  void theEvidenceOfAProfileIsItsPage() {
    assertThat(seeds)
        .allMatch(seed -> seed.sourceType().equals("profile"))
        .allMatch(seed -> seed.evidence().equals(URI.create("https://x.com/" + seed.handle())));
  }

  @Test
  void theFilesAreOnePerDomainAndHoldWhatIsBundled() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".csv")))
          .containsExactlyInAnyOrderElementsOf(
              Domain.ids().stream().map(id -> id + ".csv").toList());
    }
    for (Domain domain : Domain.values()) {
      assertThat(
              SeedFiles.read(FILES.resolve(domain.id() + ".csv"))
                  .orElseThrow(UnableToReadSeedsException::new))
          .allMatch(seed -> seed.domain() == domain);
    }
    assertThat(SeedFiles.read(FILES).orElseThrow(UnableToReadSeedsException::new))
        .containsExactlyInAnyOrderElementsOf(seeds);
  }

  @Test
  void noSeedIsKnownToBeInvented() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path invented = Path.of(System.getProperty("influx.shared"), "data", "dev", "fabricated.jsonl");
    for (String line : Files.readAllLines(invented)) {
      JsonNode user = json.readTree(line);
      String handle = user.get("username").asText().toLowerCase(Locale.ROOT);
      assertThat(seeds).noneMatch(seed -> seed.key().equals(handle));
    }
  }
}
