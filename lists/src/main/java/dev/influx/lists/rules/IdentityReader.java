package dev.influx.lists.rules;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads who an author must be, and what has to show that. */
final class IdentityReader {

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");

  private IdentityReader() {}

  static Optional<IdentityRules> identity(StrictMapping root) {
    String id = RulesReader.id(root, "identity");
    String description = root.text("description");
    String handle = PatternReader.pattern(root.value("handle"));
    String accountId = PatternReader.pattern(root.value("account_id"));
    List<String> madeUp = HandleReader.beginnings(root.value("made_up_handles"));
    Answer allowProtected = Answer.of(root.value("allow_protected").yesOrNo());
    Answer allowWithheld = Answer.of(root.value("allow_withheld").yesOrNo());
    return root.complete(
        () ->
            new IdentityRules(
                id, description, handle, accountId, madeUp, allowProtected, allowWithheld));
  }

  static Optional<EvidenceRules> evidence(StrictMapping root) {
    String id = RulesReader.id(root, "evidence");
    String description = root.text("description");
    List<String> schemes = schemes(root.value("schemes"));
    return root.complete(() -> new EvidenceRules(id, description, schemes));
  }

  private static List<String> schemes(StrictValue list) {
    Set<String> schemes = new LinkedHashSet<>();
    for (StrictValue item : list.items()) {
      String scheme = item.text(SCHEME, "https");
      if (!scheme.isEmpty() && !schemes.add(scheme)) {
        item.refuse(quote(scheme) + " is there twice", "keep one of them");
      }
    }
    return new ArrayList<>(schemes);
  }
}
