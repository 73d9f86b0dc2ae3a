package dev.influx.lists.terms;

/** What must stand around a literal for its term to count as found. */
enum Boundary {
  /** Nothing in particular. */
  NONE {
    @Override
    boolean isKept(String text, int start, int end) {
      return true;
    }
  },
  /** No letter or digit on either side. */
  WORD {
    @Override
    boolean isKept(String text, int start, int end) {
      return !isWord(text, start - 1) && !isWord(text, end);
    }
  },
  /** None before; after it the word may go on. */
  WORD_START {
    @Override
    boolean isKept(String text, int start, int end) {
      return !isWord(text, start - 1);
    }
  },
  /** A dollar sign, two to five letters, and the end of the word. */
  CASHTAG {
    @Override
    boolean isKept(String text, int start, int end) {
      int stop = end;
      while (stop < text.length() && isLetter(text.charAt(stop))) {
        stop++;
      }
      int letters = stop - end;
      return letters >= 2 && letters <= 5 && !isWord(text, start - 1) && !isWord(text, stop);
    }
  },
  /** As {@link #WORD}, with the letters and digits of every script. */
  WORD_OF_ANY_SCRIPT {
    @Override
    boolean isKept(String text, int start, int end) {
      return Script.partsBefore(text, start) && Script.partsAfter(text, end);
    }
  },
  /** As {@link #WORD_START}, with the letters and digits of every script. */
  WORD_START_OF_ANY_SCRIPT {
    @Override
    boolean isKept(String text, int start, int end) {
      return Script.partsBefore(text, start);
    }
  };

  abstract boolean isKept(String text, int start, int end);

  static Boundary of(String term) {
    if (term.equals(TermSyntax.CASHTAG)) {
      return CASHTAG;
    }
    return TermSyntax.isPrefix(term) ? WORD_START : WORD;
  }

  /** A cashtag is of a-z in every script. */
  static Boundary ofAnyScript(String term) {
    return switch (of(term)) {
      case WORD -> WORD_OF_ANY_SCRIPT;
      case WORD_START -> WORD_START_OF_ANY_SCRIPT;
      default -> CASHTAG;
    };
  }

  private static boolean isWord(String text, int i) {
    if (i < 0 || i >= text.length()) {
      return false;
    }
    char c = text.charAt(i);
    return isLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
