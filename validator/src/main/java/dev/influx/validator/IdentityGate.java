package dev.influx.validator;

import dev.influx.lists.rules.IdentityRules;
import dev.influx.schemas.Profile;
import java.util.function.Predicate;

/** An author has a handle, an id and a name as X gives them. */
final class IdentityGate implements Gate {
  private static final String CODE = "bad_identity";
  private static final int LONGEST_SHOWN = 60;

  private final Predicate<String> handles;
  private final Predicate<String> ids;

  IdentityGate(IdentityRules rules) {
    this.handles = TextForm.of(rules.handle());
    this.ids = TextForm.of(rules.accountId());
  }

  @Override
  public void examine(Examined author, Findings findings) {
    Profile profile = author.profile();
    String id = author.observation().getId();
    if (!ids.test(id)) {
      findings.refuse(CODE, "identity.account_id", shown(id) + " is no id of X");
    }
    if (!handles.test(profile.getHandle())) {
      findings.refuse(CODE, "identity.handle", shown(profile.getHandle()) + " is no handle of X");
    }
    if (profile.getName() == null || profile.getName().isBlank()) {
      findings.refuse(CODE, "identity.name", "no name");
    }
  }

  private static String shown(String text) {
    String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    return '"' + cut + '"';
  }
}
