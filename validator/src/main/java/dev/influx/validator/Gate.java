package dev.influx.validator;

import dev.influx.lists.policies.Policy;
import dev.influx.schemas.Finding;
import dev.influx.schemas.RawProfile;
import java.util.List;

/** One question to an observation; no finding means that it passes. */
@FunctionalInterface
interface Gate {
  List<Finding> examine(RawProfile observation, Policy policy);
}
