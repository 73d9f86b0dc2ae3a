package dev.influx.validator;

import dev.influx.lists.rules.EvidenceRules;
import dev.influx.schemas.Source;
import java.util.List;
import java.util.Set;

/** Nobody is listed without a source that shows why this author is looked at. */
final class EvidenceGate implements Gate {
  private static final String FILE = "file";
  private static final String LINE = "#L";

  private final Set<String> schemes;

  EvidenceGate(EvidenceRules rules) {
    this.schemes = Set.copyOf(rules.schemes());
  }

  @Override
  public void examine(Examined author, Findings findings) {
    List<Source> sources = author.observation().getSources();
    for (Source source : sources) {
      if (!source.getMethod().isBlank() && showsSomething(source.getEvidence())) {
        return;
      }
    }
    findings.refuse("missing_evidence", "evidence.schemes", evidence(sources));
  }

  private boolean showsSomething(String address) {
    int colon = address.indexOf(':');
    String scheme = address.substring(0, Math.max(0, colon));
    if (!schemes.contains(scheme)) {
      return false;
    }
    return scheme.equals(FILE)
        ? namesLine(address, colon)
        : namesHost(address, colon + 1) && hasNoBlank(address);
  }

  private static boolean namesHost(String address, int afterColon) {
    return address.startsWith("//", afterColon)
        && address.length() > afterColon + 2
        && Character.isLetterOrDigit(address.charAt(afterColon + 2));
  }

  private static boolean namesLine(String address, int colon) {
    int mark = address.lastIndexOf(LINE);
    return mark > colon + 1
        && mark + LINE.length() < address.length()
        && isNumber(address, mark + LINE.length());
  }

  private static boolean isNumber(String address, int from) {
    for (int i = from; i < address.length(); i++) {
      if (address.charAt(i) < '0' || address.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNoBlank(String address) {
    for (int i = 0; i < address.length(); i++) {
      if (Character.isWhitespace(address.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private String evidence(List<Source> sources) {
    return sources.isEmpty()
        ? "no source at all"
        : "no source with an address of " + schemes.stream().sorted().toList() + " and a method";
  }
}
