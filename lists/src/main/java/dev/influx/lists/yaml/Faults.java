package dev.influx.lists.yaml;

import dev.influx.lists.DataFault;
import java.util.ArrayList;
import java.util.List;

/** The faults found so far in a document and in the documents that it names. */
public final class Faults {

  private final String source;
  private final List<DataFault> found;

  private Faults(String source, List<DataFault> found) {
    this.source = source;
    this.found = found;
  }

  public static Faults in(String source) {
    return new Faults(source, new ArrayList<>());
  }

  /** The same faults, to which those of another document are added. */
  public Faults alsoIn(String otherSource) {
    return new Faults(otherSource, found);
  }

  public void add(int line, String what, String remedy) {
    found.add(new DataFault(source, line, what, remedy));
  }

  public int count() {
    return found.size();
  }

  public List<DataFault> all() {
    return List.copyOf(found);
  }
}
