package dev.influx.validator.claims;

/** The order of ids as numbers, whatever their length. */
final class Ids {
  private Ids() {}

  static boolean isNumber(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Zero only for the same id: one that begins with zeros follows its equal without them. */
  static int compare(String a, String b) {
    int fromA = zeros(a);
    int fromB = zeros(b);
    int order = Integer.compare(a.length() - fromA, b.length() - fromB);
    if (order == 0) {
      order = a.substring(fromA).compareTo(b.substring(fromB));
    }
    return order == 0 ? Integer.compare(a.length(), b.length()) : order;
  }

  private static int zeros(String id) {
    int zeros = 0;
    while (zeros < id.length() && id.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }
}
