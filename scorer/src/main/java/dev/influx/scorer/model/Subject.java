package dev.influx.scorer.model;

import dev.influx.schemas.Activity;
import dev.influx.schemas.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a model may look at: nothing else can influence a score.
 *
 * @param domain the domain that a person assigned
 * @param topics the topic tags that came with the profile
 * @param now when the profile was seen
 */
public record Subject(
    Profile profile, Activity activity, Optional<String> domain, List<String> topics, Instant now) {

  Subject with(Profile otherProfile) {
    return new Subject(otherProfile, activity, domain, topics, now);
  }

  Subject with(Activity otherActivity) {
    return new Subject(profile, otherActivity, domain, topics, now);
  }
}
