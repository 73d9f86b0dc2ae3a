package dev.influx.validator;

/** The words that a handle is made of: it has no blanks, but capitals, digits and underscores. */
final class HandleWords {

  private HandleWords() {}

  /** The words in lower case, parted by blanks: {@code MIT_CSAILLab2} is "mit csail lab 2". */
  static String of(String handle) {
    StringBuilder words = new StringBuilder(handle.length() + 4);
    boolean parted = false;
    for (int i = 0; i < handle.length(); i++) {
      char c = handle.charAt(i);
      if (c == '_') {
        parted = true;
      } else {
        parted |= i > 0 && beginsWord(handle, i);
        if (parted && words.length() > 0) {
          words.append(' ');
        }
        parted = false;
        words.append(Character.toLowerCase(c));
      }
    }
    return words.toString();
  }

  private static boolean beginsWord(String handle, int i) {
    char before = handle.charAt(i - 1);
    char c = handle.charAt(i);
    if (Character.isDigit(c) != Character.isDigit(before)) {
      return true;
    }
    if (!Character.isUpperCase(c)) {
      return false;
    }
    boolean endsAbbreviation =
        Character.isUpperCase(before)
            && i + 1 < handle.length()
            && Character.isLowerCase(handle.charAt(i + 1));
    return Character.isLowerCase(before) || endsAbbreviation;
  }
}
