package dev.influx.lists.seeds;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.Domain;
import dev.influx.lists.Spelling;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Turns the texts of one row into values, and reports each that is not one. */
final class SeedFields {

  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,15}");
  private static final Pattern SOURCE_TYPE = Pattern.compile("[a-z][a-z0-9_]{0,31}");
  private static final Instant FIRST_POST_ON_X = Instant.parse("2006-03-21T00:00:00Z");
  private static final String EVIDENCE =
      "give the whole address of what shows why, such as https://x.com/handle";
  private static final Instant NO_LATER_THAN = Instant.parse("9999-12-31T23:59:59Z");

  private final BiConsumer<String, String> faults;

  /**
   * @param faults takes what is wrong and what to do
   */
  SeedFields(BiConsumer<String, String> faults) {
    this.faults = faults;
  }

  Optional<String> handle(String text) {
    if (HANDLE.matcher(text).matches()) {
      return Optional.of(text);
    }
    return refuse(
        "the handle " + quote(text) + " is none",
        text.startsWith("@")
            ? "leave out the @"
            : "a handle has 1 to 15 letters, digits or underscores");
  }

  Optional<Domain> domain(String text) {
    Optional<Domain> known = Domain.find(text);
    return known.isPresent()
        ? known
        : refuse("the domain " + quote(text) + " is unknown", Spelling.suggest(text, Domain.ids()));
  }

  Optional<String> sourceType(String text) {
    return SOURCE_TYPE.matcher(text).matches()
        ? Optional.of(text)
        : refuse(
            "the source_type " + quote(text) + " is none",
            "write one lower-case word, such as profile");
  }

  Optional<URI> evidence(String text) {
    if (text.length() > CsvReader.LONGEST_FIELD) {
      return refuse(
          "the evidence is longer than " + CsvReader.LONGEST_FIELD + " characters", EVIDENCE);
    }
    try {
      URI uri = new URI(text);
      if (isWebPage(uri) || isFile(uri)) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      return refuse("the evidence " + quote(text) + " is no URL (" + e.getReason() + ")", EVIDENCE);
    }
    return refuse("the evidence " + quote(text) + " is no https: or file: URL", EVIDENCE);
  }

  private static boolean isWebPage(URI uri) {
    return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
  }

  private static boolean isFile(URI uri) {
    return "file".equals(uri.getScheme()) && uri.getPath() != null && !uri.getPath().isEmpty();
  }

  Optional<Instant> fetchedAt(String text) {
    String remedy = "write the moment in UTC, such as 2025-11-28T00:00:00Z";
    try {
      Instant instant = Instant.parse(text);
      return instant.isBefore(FIRST_POST_ON_X) || instant.isAfter(NO_LATER_THAN)
          ? refuse("the fetched_at " + quote(text) + " is out of range", remedy)
          : Optional.of(instant);
    } catch (DateTimeParseException e) {
      return refuse("the fetched_at " + quote(text) + " is no instant", remedy);
    }
  }

  private <T> Optional<T> refuse(String what, String remedy) {
    faults.accept(what, remedy);
    return Optional.empty();
  }
}
