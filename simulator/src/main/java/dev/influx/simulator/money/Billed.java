package dev.influx.simulator.money;

import java.math.BigDecimal;
import java.util.Locale;

/** A thing that an answer holds and that X has its price for. */
public record Billed(Resource resource, String id) {

  /** What X charges by the piece. */
  public enum Resource {
    USER("0.010"),
    POST("0.005"),
    LIST("0.005");

    private final BigDecimal price;

    Resource(String dollars) {
      this.price = new BigDecimal(dollars);
    }

    /** Dollars. */
    public BigDecimal price() {
      return price;
    }

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
