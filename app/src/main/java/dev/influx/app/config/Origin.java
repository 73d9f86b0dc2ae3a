package dev.influx.app.config;

import dev.influx.lists.DataFault;

/**
 * Where the value of a key comes from.
 *
 * @param name the file, variable or flag; empty for a default
 * @param line from 1; 0 where there are no lines
 */
public record Origin(Kind kind, String name, int line) {

  /** The sources of values; a later one overrides those before it. */
  public enum Kind {
    DEFAULT,
    FILE,
    ENVIRONMENT,
    FLAG
  }

  static final Origin DEFAULT = new Origin(Kind.DEFAULT, "", 0);

  static Origin file(String name, int line) {
    return new Origin(Kind.FILE, name, line);
  }

  static Origin variable(String name) {
    return new Origin(Kind.ENVIRONMENT, name, 0);
  }

  static Origin flag(String name) {
    return new Origin(Kind.FLAG, name, 0);
  }

  /** For people: {@code default}, {@code influx.yml:4}, {@code env INFLUX_X}, {@code flag -c}. */
  @Override
  public String toString() {
    return switch (kind) {
      case DEFAULT -> "default";
      case FILE -> name + (line == 0 ? "" : ":" + line);
      case ENVIRONMENT -> "env " + name;
      case FLAG -> "flag " + name;
    };
  }

  DataFault fault(String what, String remedy) {
    String source = kind == Kind.FILE ? name : toString();
    return new DataFault(source, line, what, remedy);
  }
}
