package dev.influx.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainTest {

  @Test
  void theDomainsAreThoseThatHaveALexicon() throws IOException {
    Path lexicons = Path.of(System.getProperty("influx.shared"), "specs", "domains.json");
    List<String> names = new ArrayList<>();
    new ObjectMapper().readTree(lexicons.toFile()).fieldNames().forEachRemaining(names::add);
    names.remove("_");

    assertThat(Domain.ids()).containsExactlyElementsOf(names);
  }

  @Test
  void aDomainIsFoundByItsExactName() {
    assertThat(Domain.find("fintech")).contains(Domain.FINTECH);
    assertThat(Domain.find("Fintech")).isEmpty();
    assertThat(Domain.find("")).isEmpty();
  }
}
