package dev.influx.sink.index;

import dev.influx.schemas.ScoredProfile;

/**
 * The two things that a published line may leave open and a line of the earlier system may not: the
 * language and the quality score. All else that its schema asks for, the current one asks for too.
 */
final class EarlierForm {
  private static final int CODE_LENGTH = 2;

  private EarlierForm() {}

  static boolean isFulfilledBy(ScoredProfile author) {
    String language = author.getLangPrimary();
    boolean told =
        language != null && (language.length() == CODE_LENGTH || language.indexOf('-') > 0);
    return told && author.getScore().getQuality() != null;
  }
}
