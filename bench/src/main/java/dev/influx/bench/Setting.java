package dev.influx.bench;

import dev.influx.bench.lab.Equipment;
import dev.influx.bench.load.Crowd;
import dev.influx.bench.measure.Machine;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what and with what the figures came about. */
record Setting(Machine machine, Equipment equipment, Crowd crowd) {

  static Setting here(Equipment equipment, Crowd crowd) {
    return new Setting(Machine.here(), equipment, crowd);
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("machine", machine.describe());
    data.put("equipment", equipment.describe());
    data.put("seed", crowd.seed());
    data.put("authors", crowd.authors());
    data.put("observations", crowd.observations());
    return data;
  }

  String describe() {
    return String.format(
        "machine    %s%nsettings   %s%ninput      %,d observations of %,d authors, seed %d%n",
        machine.describe(),
        equipment.describe(),
        crowd.observations(),
        crowd.authors(),
        crowd.seed());
  }
}
