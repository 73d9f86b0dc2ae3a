package dev.influx.simulator;

import java.util.EnumSet;
import java.util.List;

/**
 * How answers are given where X has done it in more than one way, or where nobody knows.
 *
 * @param dialect the vocabulary of the answers
 * @param refusesUnknownFields 400 for a field that is not there, as years ago, instead of silence
 * @param shuffles users come in any order, and not in that of the request
 * @param repeatsDuplicates who is asked for twice is answered twice
 * @param silentDropRate the share of users that are left out of an answer without a word
 * @param missingStatus 200 or 404, for the one user of a single look-up who is not there
 * @param checks what a request has to pass, in this order
 */
public record Answering(
    Dialect dialect,
    boolean refusesUnknownFields,
    boolean shuffles,
    boolean repeatsDuplicates,
    double silentDropRate,
    int missingStatus,
    List<Check> checks) {

  public Answering {
    checks = List.copyOf(checks);
    check(silentDropRate >= 0 && silentDropRate <= 1, "the silent drop rate is outside 0 to 1");
    check(missingStatus == 200 || missingStatus == 404, "the missing status is not 200 or 404");
    check(
        checks.size() == Check.values().length && EnumSet.copyOf(checks).size() == checks.size(),
        "the checks are not each there once");
  }

  /** Something that a request is refused for. */
  public enum Check {
    AUTH,
    ENROLMENT,
    RATE,
    VALIDATION,
    CREDITS
  }

  public static Answering defaults() {
    List<Check> inOrder = List.of(Check.values());
    return new Answering(Dialect.LEGACY, false, false, false, 0, 200, inOrder);
  }

  public Answering withDialect(Dialect other) {
    return new Answering(
        other,
        refusesUnknownFields,
        shuffles,
        repeatsDuplicates,
        silentDropRate,
        missingStatus,
        checks);
  }

  public Answering refusingUnknownFields() {
    return new Answering(
        dialect, true, shuffles, repeatsDuplicates, silentDropRate, missingStatus, checks);
  }

  /** Changes who is in an answer, and in what order. */
  public Answering withItems(boolean shuffled, boolean repeated, double droppedRate) {
    return new Answering(
        dialect, refusesUnknownFields, shuffled, repeated, droppedRate, missingStatus, checks);
  }

  public Answering withMissingStatus(int status) {
    return new Answering(
        dialect, refusesUnknownFields, shuffles, repeatsDuplicates, silentDropRate, status, checks);
  }

  public Answering withChecks(Check... inOrder) {
    return new Answering(
        dialect,
        refusesUnknownFields,
        shuffles,
        repeatsDuplicates,
        silentDropRate,
        missingStatus,
        List.of(inOrder));
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
