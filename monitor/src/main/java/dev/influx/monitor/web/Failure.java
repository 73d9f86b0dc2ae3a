package dev.influx.monitor.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A failure as programs read it: what, why, and what to do; null where nobody can say. */
final class Failure {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Failure() {}

  static String json(String what, String why, String fix) {
    ObjectNode failure = JSON.createObjectNode();
    failure.put("what", what);
    failure.put("why", why);
    failure.put("fix", fix);
    return failure.toString();
  }
}
