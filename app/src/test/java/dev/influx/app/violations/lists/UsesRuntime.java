package dev.influx.app.violations.lists;

import dev.influx.app.violations.runtime.UsesLists;

public final class UsesRuntime {
  Object runtime() {
    return UsesLists.class;
  }
}
