package dev.influx.app;

import dev.influx.runtime.conservation.Conservation;
import dev.influx.runtime.conservation.Conservation.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of the raw records, for programs and for people. */
final class ConservationReport {
  private ConservationReport() {}

  /** Every key is always there. */
  static Map<String, Object> json(Conservation account) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("through", new TreeMap<>(account.through()));
    json.put("raw", account.raw());
    json.put("accepted", account.accepted());
    json.put("rejected", account.rejected());
    json.put("dead", account.dead());
    json.put("duplicate", account.duplicate());
    json.put("stale", account.stale());
    json.put("gap_records", account.gapRecords());
    json.put("first_missing", account.firstMissing().map(ConservationReport::place).orElse(null));
    json.put("remarks", account.remarks());
    return json;
  }

  private static Map<String, Object> place(Place place) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topic", place.topic());
    json.put("partition", place.partition());
    json.put("offset", place.offset());
    return json;
  }

  static String line(Conservation account) {
    return account
        .firstMissing()
        .map(
            first ->
                String.format(
                    Locale.ROOT,
                    "%,d of %,d raw records have come to no result, the first at %s",
                    account.gapRecords(),
                    account.raw(),
                    first))
        .orElseGet(
            () ->
                String.format(
                    Locale.ROOT, "all %,d raw records have come to a result", account.raw()));
  }
}
