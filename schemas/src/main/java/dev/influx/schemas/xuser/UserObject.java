package dev.influx.schemas.xuser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.schemas.Affiliation;
import dev.influx.schemas.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the user object of the X API: absent stays null, unknown members are ignored. */
public final class UserObject {
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

  private UserObject() {}

  public static UserReading read(JsonNode user) {
    if (!user.isObject()) {
      return new UserReading.Unreadable(List.of("not a JSON object"));
    }
    List<String> problems = new ArrayList<>();
    Fields fields = new Fields(user, problems);
    String id = idOf(user);
    if (id == null) {
      problems.add("id is missing or not 1 to 19 digits");
    }
    String handle = fields.text("username");
    if (handle == null || handle.isEmpty()) {
      problems.add("username is missing");
    }
    return finish(id, handle, fields, problems);
  }

  private static UserReading finish(
      String id, String handle, Fields fields, List<String> problems) {
    Profile.Builder builder = Profile.newBuilder().setHandle(handle == null ? "" : handle);
    describe(builder, fields);
    measure(builder, fields.in("public_metrics"));
    return problems.isEmpty()
        ? new UserReading.Author(id, builder.build())
        : new UserReading.Unreadable(problems);
  }

  private static String idOf(JsonNode user) {
    JsonNode id = user.path("id");
    boolean digits = (id.isTextual() || id.isIntegralNumber()) && ID.matcher(id.asText()).matches();
    return digits ? id.asText() : null;
  }

  private static void describe(Profile.Builder builder, Fields fields) {
    builder
        .setName(fields.text("name"))
        .setDescription(fields.text("description"))
        .setLocation(fields.text("location"))
        .setUrl(fields.text("url"))
        .setLinks(links(fields.in("entities")))
        .setCreatedAt(fields.instant("created_at"))
        .setProtected$(fields.flag("protected"))
        .setVerified(fields.flag("verified"))
        .setVerifiedType(fields.text("verified_type"))
        .setPinnedPostId(fields.text("pinned_post_id", "pinned_tweet_id"))
        .setAffiliation(affiliation(fields.in("affiliation")))
        .setWithheldIn(fields.in("withheld").texts("country_codes"));
  }

  private static void measure(Profile.Builder builder, Fields metrics) {
    builder
        .setFollowersCount(metrics.count("followers_count"))
        .setFollowingCount(metrics.count("following_count"))
        .setTweetCount(metrics.count("post_count", "tweet_count"))
        .setListedCount(metrics.count("listed_count"))
        .setLikesGiven(metrics.count("like_count"))
        .setMediaCount(metrics.count("media_count"));
  }

  private static List<String> links(Fields entities) {
    List<String> links = new ArrayList<>();
    for (String where : List.of("url", "description")) {
      links.addAll(entities.in(where).each("urls", "expanded_url"));
    }
    return links;
  }

  private static Affiliation affiliation(Fields fields) {
    List<String> userIds = fields.texts("user_id");
    String description = fields.text("description");
    String url = fields.text("url");
    if (userIds.isEmpty() && description == null && url == null) {
      return null;
    }
    return new Affiliation(description, url, userIds);
  }
}
