package dev.influx.simulator.money;

import java.util.Locale;

/** A thing that an answer holds and that X has its price for. */
public record Billed(Resource resource, String id) {

  /** What X charges by the piece. */
  public enum Resource {
    USER,
    POST,
    LIST;

    /** As reports write it. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Billed user(String id) {
    return new Billed(Resource.USER, id);
  }

  public static Billed post(String id) {
    return new Billed(Resource.POST, id);
  }

  public static Billed list(String id) {
    return new Billed(Resource.LIST, id);
  }
}
