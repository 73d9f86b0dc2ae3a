package dev.influx.harvester.plan;

import dev.influx.harvester.region.Region;
import dev.influx.harvester.region.Regions;
import dev.influx.schemas.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is kept of how asking for one author ended.
 *
 * @param key the name that was given for the author, folded: the key of the occasion
 * @param id as far as it is known
 * @param handle as last seen, of an author who was found
 * @param at when it was known
 * @param followers of an author who was found, if X said
 * @param posts of an author who was found, if X said
 * @param region the code of the part of the world that the profile names, if it names one
 */
public record Remembered(
    String key,
    Ending ending,
    Optional<String> id,
    Optional<String> handle,
    Instant at,
    OptionalLong followers,
    OptionalLong posts,
    Optional<String> region) {
  private static final Regions REGIONS = Regions.bundled();

  /** What there is to note of an ending. */
  public static Remembered of(Occasion occasion, Settled settled) {
    Optional<Profile> profile = settled.sighting().map(Sighting::profile);
    return new Remembered(
        occasion.key(),
        settled.ending(),
        settled.sighting().map(Sighting::id).or(settled.target()::id),
        profile.map(Profile::getHandle),
        settled.at(),
        number(profile.map(Profile::getFollowersCount)),
        number(profile.map(Profile::getTweetCount)),
        profile.map(Profile::getLocation).flatMap(REGIONS::of).map(Region::code));
  }

  private static OptionalLong number(Optional<Long> count) {
    return count.map(OptionalLong::of).orElseGet(OptionalLong::empty);
  }
}
