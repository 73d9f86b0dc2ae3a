package dev.influx.harvester.plan;

import java.util.Map;

/**
 * What is known before anybody is asked for.
 *
 * @param authors to ask for in the first round, at least
 * @param settled how many of them ended how in a part of the round that was before a restart
 */
public record Beginning(int authors, Map<Ending, Integer> settled) {

  public Beginning {
    settled = Map.copyOf(settled);
  }

  /** Of a round that begins with nobody settled. */
  public static Beginning of(int authors) {
    return new Beginning(authors, Map.of());
  }
}
