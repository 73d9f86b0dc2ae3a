package dev.influx.app.violations.runtime;

import dev.influx.app.violations.lists.UsesRuntime;

public final class UsesLists {
  Object lists() {
    return UsesRuntime.class;
  }
}
