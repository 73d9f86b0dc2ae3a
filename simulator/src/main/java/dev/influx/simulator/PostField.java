package dev.influx.simulator;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A part of a post that is answered if it is asked for. */
enum PostField {
  CREATED_AT,
  AUTHOR_ID,
  CONVERSATION_ID;

  private static final List<String> PARAMETERS = List.of("tweet.fields", "post.fields");

  /** The known ones that a request names, in either dialect; others are dropped. */
  static Set<PostField> of(QueryString query) {
    Set<PostField> fields = EnumSet.noneOf(PostField.class);
    PARAMETERS.stream()
        .flatMap(parameter -> query.items(parameter).stream())
        .flatMap(name -> Stream.of(values()).filter(field -> field.wire().equals(name)))
        .forEach(fields::add);
    return fields;
  }

  private String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
