package dev.influx.simulator.users;

import java.util.List;

/** The users of a file cannot be simulated, and why, line by line. */
public final class UnreadableUsersException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int MOST_SHOWN = 20;

  private final List<String> problems;

  UnreadableUsersException(String file, List<String> problems) {
    super(message(file, problems));
    this.problems = List.copyOf(problems);
  }

  /** All of them, each with its line. */
  public List<String> problems() {
    return problems;
  }

  private static String message(String file, List<String> problems) {
    StringBuilder message = new StringBuilder("unable to read the users of " + file);
    problems.stream().limit(MOST_SHOWN).forEach(problem -> message.append("\n  ").append(problem));
    if (problems.size() > MOST_SHOWN) {
      message.append("\n  and ").append(problems.size() - MOST_SHOWN).append(" more");
    }
    return message.append("\ncorrect these lines and start again").toString();
  }
}
