package dev.influx.harvester.errand;

import dev.influx.schemas.SourceKind;
import java.net.URI;
import java.util.Locale;

/**
 * Whom a run asks: what one has begun is no business of another.
 *
 * @param source {@code x_api} or {@code simulator}
 * @param address its base address
 */
public record Counterpart(String source, String address) {

  /** What is at an address. */
  public static Counterpart of(SourceKind kind, URI address) {
    return new Counterpart(kind.name().toLowerCase(Locale.ROOT), address.toString());
  }

  /** What to type in order to reach it. */
  String words() {
    return source.equals("simulator") ? "--simulator " + address : "X at " + address;
  }
}
