package dev.influx.lists.rules;

import java.util.List;

/**
 * What counts as a source.
 *
 * @param schemes of the address that shows why this author is looked at, such as https
 */
public record EvidenceRules(String id, String description, List<String> schemes) {
  public EvidenceRules {
    schemes = List.copyOf(schemes);
  }
}
