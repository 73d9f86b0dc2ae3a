package dev.influx.scorer.model;

import dev.influx.schemas.Activity;
import dev.influx.schemas.Profile;
import java.time.Instant;
import java.util.Optional;

/** What a model may look at: nothing else can influence a score. */
public record Subject(Profile profile, Activity activity, Optional<String> domain, Instant now) {}
