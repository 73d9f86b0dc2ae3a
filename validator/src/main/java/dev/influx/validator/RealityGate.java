package dev.influx.validator;

import dev.influx.lists.rules.IdentityRules;
import dev.influx.schemas.SourceKind;
import java.util.List;

/** Nobody who stands for a test, and nobody of a simulated world unless the policy says so. */
final class RealityGate implements Gate {
  private static final String CODE = "not_real";

  private final List<String> madeUp;
  private final boolean allowsSimulated;

  RealityGate(IdentityRules rules, boolean allowsSimulated) {
    this.madeUp = rules.madeUpHandles();
    this.allowsSimulated = allowsSimulated;
  }

  @Override
  public void examine(Examined author, Findings findings) {
    String handle = author.handle();
    for (String beginning : madeUp) {
      if (handle.startsWith(beginning)) {
        String evidence = "handles that begin with " + beginning + " stand for nobody";
        findings.refuse(CODE, "identity.made_up_handles", evidence);
      }
    }
    boolean simulated = author.observation().getProvenance().getKind() == SourceKind.SIMULATOR;
    if (simulated && !allowsSimulated) {
      findings.refuse(CODE, "allow_simulated", "observed in a simulated world");
    }
  }
}
