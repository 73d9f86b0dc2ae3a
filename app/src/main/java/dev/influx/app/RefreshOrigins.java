package dev.influx.app;

import dev.influx.app.seeds.Gathering.Origin;
import dev.influx.app.seeds.JudgedAuthor;
import dev.influx.harvester.api.Listing;
import dev.influx.harvester.api.Listing.Kind;
import dev.influx.lists.Domain;
import dev.influx.lists.Spelling;
import dev.influx.runtime.Explained;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The sources that a person names, with a page for each that shows whom it names.
 *
 * @param simulated nobody is to take invented authors for real ones: their pages cannot exist
 * @param domain of everybody; empty where each source has its own or none
 */
record RefreshOrigins(boolean simulated, Optional<Domain> domain, Instant now) {
  private static final String X = "https://x.com";
  private static final String NOWHERE = "https://simulator.invalid";

  Origin members(String list) {
    return new Origin(
        new Listing(Kind.LIST_MEMBERS, list), type("list"), page("/i/lists/" + list), domain, now);
  }

  /** Those whom an accepted author follows, whose domain they are thought to share. */
  Origin following(String named, Collection<JudgedAuthor> judged) {
    String handle = named.startsWith("@") ? named.substring(1) : named;
    JudgedAuthor author = find(handle, judged);
    return new Origin(
        new Listing(Kind.FOLLOWING, author.id()),
        type("following"),
        page("/" + author.handle().orElse(handle) + "/following"),
        domain.or(author::domain),
        now);
  }

  private String type(String ofX) {
    return simulated ? "simulator" : ofX;
  }

  private URI page(String path) {
    return URI.create((simulated ? NOWHERE : X) + path);
  }

  private static JudgedAuthor find(String handle, Collection<JudgedAuthor> judged) {
    String key = handle.toLowerCase(Locale.ROOT);
    return judged.stream()
        .filter(JudgedAuthor::accepted)
        .filter(
            author ->
                author.handle().map(it -> it.toLowerCase(Locale.ROOT)).equals(Optional.of(key)))
        .findFirst()
        .orElseThrow(() -> notAccepted(handle, judged));
  }

  private static Explained notAccepted(String handle, Collection<JudgedAuthor> judged) {
    List<String> handles =
        judged.stream()
            .filter(JudgedAuthor::accepted)
            .flatMap(author -> author.handle().stream())
            .toList();
    return new Explained(
        "@" + handle + " is not in the list",
        "only those whom accepted authors follow are proposed",
        Spelling.nearest(handle, handles)
            .map(near -> "did you mean " + near + "?")
            .orElse("name an author of the list that --accepted names"),
        null);
  }
}
