package dev.influx.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what is wrong with a script, so that all of it can be said at once. */
final class Mistakes {

  private final String origin;
  private final List<String> found = new ArrayList<>();

  Mistakes(String origin) {
    this.origin = origin;
  }

  void add(Node node, String path, String what) {
    add(node.getStartMark().getLine() + 1, path + " " + what);
  }

  void add(int line, String what) {
    found.add("line " + line + ": " + what);
  }

  void throwAny() {
    if (!found.isEmpty()) {
      throw new UnableToReadFaultsException(origin, found);
    }
  }
}
