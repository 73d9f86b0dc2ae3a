package dev.influx.harvester.intake;

import java.util.Locale;

/** Why an entry of a list asks for nobody. */
public enum Reason {
  NOT_A_HANDLE("a handle has 1 to 15 letters, digits or underscores"),
  NOT_AN_ID("an id has 1 to 19 digits, the first of them no 0; a handle of digits needs an @"),
  NOT_A_PROFILE("this address of X is not that of a profile"),
  OTHER_SITE("the address is not one of x.com or twitter.com"),
  NOBODY_NAMED("neither a handle nor an id is given"),
  NO_HEADER("more than one column needs a first line that names handle, username or id"),
  BROKEN_TABLE("the row breaks the rules of CSV"),
  BROKEN_JSON("the line is not one whole JSON object"),
  TOO_LONG("the line is longer than any that is of use");

  private final String meaning;

  Reason(String meaning) {
    this.meaning = meaning;
  }

  /** The word in counters and reports. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For a person. */
  public String meaning() {
    return meaning;
  }
}
