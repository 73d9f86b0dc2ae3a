package dev.influx.lists.rules;

import java.util.List;

/**
 * Who an author must be.
 *
 * @param handle a pattern that matches whole handles
 * @param accountId a pattern that matches whole ids
 * @param madeUpHandles how handles begin that stand for nobody
 * @param allowProtected whether those may be listed whose posts only followers see
 * @param allowWithheld whether those may be listed who are withheld somewhere
 */
public record IdentityRules(
    String id,
    String description,
    String handle,
    String accountId,
    List<String> madeUpHandles,
    Answer allowProtected,
    Answer allowWithheld) {

  public IdentityRules {
    madeUpHandles = List.copyOf(madeUpHandles);
  }
}
