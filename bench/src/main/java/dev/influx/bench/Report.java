package dev.influx.bench;

import java.util.List;
import java.util.Map;

/** The figures of one command, and what is wrong with them if anything is. */
interface Report {

  /** For machines: names with a unit, and absent what was not measured. */
  Map<String, Object> data();

  /** For people. */
  String table();

  /** Every reason not to trust the figures: levels that did not do the same work. */
  List<String> objections();
}
