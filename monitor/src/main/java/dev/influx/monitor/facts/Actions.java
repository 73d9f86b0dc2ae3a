package dev.influx.monitor.facts;

import java.util.Optional;

/** What people can change from the page. */
public interface Actions {

  /**
   * Does it, or sees to it that it is done.
   *
   * @param action one word of a stable vocabulary
   * @param target what it is done to
   * @return what was done, in a sentence; empty if there is no such action
   * @throws dev.influx.runtime.Explained if it cannot be done
   */
  Optional<String> perform(String action, String target);
}
