package dev.influx.scorer.language;

/** Tells the language of bios, or that a bio does not tell it. */
public final class LanguageDetector {
  /** The code for a language that cannot be told. */
  public static final String UNDETERMINED = "und";

  /** Raised with everything that tells some bio otherwise than before. */
  public static final int VERSION = 1;

  static final int LEAST_LETTERS = 20;

  /** Where one half of the labelled bios of the tests is told best; see docs/language.md. */
  static final double LEAST_CERTAINTY = 0.044;

  private static final LanguageDetector BUNDLED = new LanguageDetector();

  private volatile Candidates candidates;

  private LanguageDetector() {}

  /** The one of this release. */
  public static LanguageDetector bundled() {
    return BUNDLED;
  }

  /**
   * Whoever asks first waits up to a second for the model. It is not loaded before, because most
   * that is seen after a start is of known authors, and the language of their bios is known too.
   */
  private Candidates candidates() {
    Candidates loaded = candidates;
    return loaded == null ? load() : loaded;
  }

  private synchronized Candidates load() {
    if (candidates == null) {
      candidates = new Candidates(LanguageModel.load());
    }
    return candidates;
  }

  /** ISO 639-1, or {@link #UNDETERMINED}. A bio that is not known tells nothing. */
  public String primaryOf(String bio) {
    Prose prose = Prose.of(bio == null ? "" : bio);
    if (prose.letters() < LEAST_LETTERS) {
      return UNDETERMINED;
    }
    Guess guess = guess(prose);
    return guess.certainty() < LEAST_CERTAINTY ? UNDETERMINED : guess.language();
  }

  Guess guess(Prose prose) {
    return candidates().guess(prose);
  }

  /** The model, with the published language of each of its entries; null for those not told. */
  private static final class Candidates {
    private final LanguageModel model;
    private final String[] all;
    private final String[] alphabetic;

    Candidates(LanguageModel model) {
      this.model = model;
      this.all = Languages.published(model.languages());
      this.alphabetic = Languages.alphabetic(model.languages());
    }

    Guess guess(Prose prose) {
      return Guess.from(model.evidence(prose.text()), prose.isAlphabetic() ? alphabetic : all);
    }
  }
}
