package dev.influx.lists.policies;

import dev.influx.lists.Domain;
import java.util.List;

/**
 * The terms that speak of a domain.
 *
 * @param id the domain, with a version from the second one on
 */
public record Lexicon(String id, String description, List<String> terms) {

  public Lexicon {
    terms = List.copyOf(terms);
    if (Domain.find(domainName(id)).isEmpty()) {
      throw new IllegalArgumentException("no domain is called " + id);
    }
  }

  public Domain domain() {
    return Domain.find(domainName(id)).orElseThrow();
  }

  static String domainName(String id) {
    int version = id.indexOf('@');
    return version < 0 ? id : id.substring(0, version);
  }
}
