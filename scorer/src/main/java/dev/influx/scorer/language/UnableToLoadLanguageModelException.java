package dev.influx.scorer.language;

/** The language model that belongs to the release is not on the class path, or damaged. */
public final class UnableToLoadLanguageModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnableToLoadLanguageModelException(String file, Throwable cause) {
    super("unable to load the language model " + file, cause);
  }
}
