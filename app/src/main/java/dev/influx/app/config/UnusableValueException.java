package dev.influx.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** A value, or several of one section, with which influx could not work. */
final class UnusableValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  UnusableValueException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  List<Problem> problems() {
    return problems;
  }

  /** What is wrong with one key of the section, and what to write instead. */
  record Problem(String key, String what, String remedy) {
    @Override
    public String toString() {
      return key + " " + what + ": " + remedy;
    }
  }
}
