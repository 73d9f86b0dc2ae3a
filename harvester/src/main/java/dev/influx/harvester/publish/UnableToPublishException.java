package dev.influx.harvester.publish;

import dev.influx.runtime.Explained;

/** Records cannot be published, and waiting would not change that. */
public final class UnableToPublishException extends Explained {
  private static final long serialVersionUID = 1L;

  UnableToPublishException(String why, String remedy, Throwable cause) {
    super("what was harvested cannot be published", why, remedy, cause);
  }
}
