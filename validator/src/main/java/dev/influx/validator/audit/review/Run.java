package dev.influx.validator.audit.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.validator.audit.Population;
import dev.influx.validator.audit.Question;
import dev.influx.validator.audit.Sample;
import dev.influx.validator.audit.Stratum;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The audit that a row is of, as every row says it. */
record Run(
    String audited, String policy, String sha256, String seed, String flagged, String clean) {
  private static final int CHECK_BYTES = 6;

  static Run of(Sample sample) {
    Question question = sample.question();
    Population all = sample.population();
    return new Run(
        question.asked(),
        question.policy(),
        question.sha256(),
        Long.toString(sample.seed()),
        Long.toString(all.of(Stratum.FLAGGED)),
        Long.toString(all.of(Stratum.CLEAN)));
  }

  /**
   * Something by which a row is known that somebody, or a program of theirs, has changed. It begins
   * with a letter that makes it no number in the eyes of a spreadsheet.
   */
  String check(String id, String stratum) {
    String row = String.join("\n", id, stratum, String.join("\n", cells()));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(row.getBytes(UTF_8));
      return "x" + HexFormat.of().formatHex(Arrays.copyOf(hash, CHECK_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  List<String> cells() {
    return List.of(audited, policy, sha256, seed, flagged, clean);
  }

  String words() {
    return "%s by %s (%.12s), seed %s, of %s flagged and %s clean authors"
        .formatted(audited, policy, sha256, seed, flagged, clean);
  }
}
