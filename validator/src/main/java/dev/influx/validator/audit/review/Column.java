package dev.influx.validator.audit.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A column of a review sheet, in the order in which they are written. */
enum Column {
  ID,
  HANDLE,
  NAME,
  FOLLOWERS,
  VERIFIED,
  DESCRIPTION,
  STRATUM,
  CODES,
  RULES,
  EVIDENCE,
  LABEL,
  NOTE,
  AUDITED,
  POLICY,
  POLICY_SHA256,
  SEED,
  POPULATION_FLAGGED,
  POPULATION_CLEAN,
  CHECK;

  /** Those without which labels mean nothing. */
  static final List<Column> NEEDED =
      List.of(
          ID,
          STRATUM,
          LABEL,
          AUDITED,
          POLICY,
          POLICY_SHA256,
          SEED,
          POPULATION_FLAGGED,
          POPULATION_CLEAN,
          CHECK);

  /** Its name in the first row. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(Column::title).toList();
  }
}
