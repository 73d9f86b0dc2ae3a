package dev.influx.harvester.plan;

import dev.influx.harvester.api.Page.Evidence;
import dev.influx.harvester.api.Page.User;

/** A user whom X answered with although nobody had asked for them. */
public record Unasked(User user, Evidence evidence) {

  /** What to call them: the handle, or else the id. */
  public String name() {
    return user.handle().or(user::id).orElse("(nameless)");
  }
}
