package dev.influx.lists.yaml;

import dev.influx.lists.DataFault;
import java.util.ArrayList;
import java.util.List;

/** The faults found so far in a document and in the documents that it names. */
public final class Faults {

  private final String source;
  private final List<DataFault> found;
  private final boolean thorough;

  private Faults(String source, List<DataFault> found, boolean thorough) {
    this.source = source;
    this.found = found;
    this.thorough = thorough;
  }

  public static Faults in(String source) {
    return new Faults(source, new ArrayList<>(), true);
  }

  /** For a document that was read without a fault before: what is costly to find is not sought. */
  public static Faults inKnown(String source) {
    return new Faults(source, new ArrayList<>(), false);
  }

  /** The same faults, to which those of another document are added. */
  public Faults alsoIn(String otherSource) {
    return new Faults(otherSource, found, thorough);
  }

  public void add(int line, String what, String remedy) {
    found.add(new DataFault(source, line, what, remedy));
  }

  /** Whether faults are sought that take long to find. */
  boolean areSoughtThoroughly() {
    return thorough;
  }

  public int count() {
    return found.size();
  }

  public List<DataFault> all() {
    return List.copyOf(found);
  }
}
