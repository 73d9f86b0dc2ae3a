package dev.influx.lists.rules;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads lists of handles, or of how they begin, each once and in lower case. */
final class HandleReader {

  private static final Pattern HANDLE = Pattern.compile("[a-z0-9_]{1,15}");

  private HandleReader() {}

  static List<String> handles(StrictValue list) {
    Set<String> handles = new LinkedHashSet<>();
    for (StrictValue item : list.items()) {
      String handle = item.text();
      if (!handle.isEmpty() && !HANDLE.matcher(handle).matches()) {
        item.refuse("is " + quote(handle) + ", which is no handle in lower case", remedy(handle));
      } else if (!handle.isEmpty() && !handles.add(handle)) {
        item.refuse(quote(handle) + " is there twice", "keep one of them");
      }
    }
    return new ArrayList<>(handles);
  }

  /** Handles for which a claim does not hold, if there are any. */
  static List<String> exceptions(StrictMapping claim) {
    return claim.optional("exceptions").map(HandleReader::handles).orElse(List.of());
  }

  /** One beginning is found wherever a longer one is found that begins with it. */
  static List<String> beginnings(StrictValue list) {
    List<String> beginnings = handles(list);
    for (String one : beginnings) {
      Optional<String> shorter =
          beginnings.stream()
              .filter(other -> !other.equals(one) && one.startsWith(other))
              .findFirst();
      shorter.ifPresent(
          other ->
              list.refuse(
                  "has " + quote(one) + ", which begins with " + quote(other), "keep one of them"));
    }
    return beginnings;
  }

  private static String remedy(String handle) {
    String mended =
        (handle.startsWith("@") ? handle.substring(1) : handle).toLowerCase(Locale.ROOT);
    return HANDLE.matcher(mended).matches()
        ? "write " + mended
        : "write 1 to 15 of a-z, 0-9 and _, without @";
  }
}
