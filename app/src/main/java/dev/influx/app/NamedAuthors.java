package dev.influx.app;

import dev.influx.app.pipe.AuthorStates;
import dev.influx.app.pipe.Forgetting.Subject;
import dev.influx.app.pipe.Installation;
import dev.influx.runtime.Explained;
import dev.influx.schemas.RawProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Authors as a person names them, by id or by handle.
 *
 * @param ids as they are
 * @param handles in lower case
 */
record NamedAuthors(List<String> ids, List<String> handles) {
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
  private static final Pattern HANDLE = Pattern.compile("@[A-Za-z0-9_]{1,15}");

  static NamedAuthors of(CommandLine command, List<String> names) {
    List<String> ids = new ArrayList<>();
    List<String> handles = new ArrayList<>();
    for (String name : names) {
      if (ID.matcher(name).matches()) {
        ids.add(name);
      } else if (HANDLE.matcher(name).matches()) {
        handles.add(name.substring(1).toLowerCase(Locale.ROOT));
      } else {
        throw new ParameterException(command, name + " is neither an id nor @HANDLE");
      }
    }
    return new NamedAuthors(ids, handles);
  }

  /** An id need not be known; a handle has to be, and of one author only. */
  List<Subject> find(Installation installation) {
    List<RawProfile> known = AuthorStates.last(installation, this::isNamed);
    Map<String, Subject> subjects = new LinkedHashMap<>();
    ids.forEach(id -> subjects.put(id, new Subject(id, Optional.empty())));
    handles.forEach(handle -> requireOne(handle, known));
    for (RawProfile last : known) {
      Optional<String> handle = Optional.ofNullable(AuthorStates.handleOf(last));
      subjects.put(last.getId(), new Subject(last.getId(), handle));
    }
    return List.copyOf(subjects.values());
  }

  private boolean isNamed(RawProfile last) {
    String handle = AuthorStates.handleOf(last);
    return ids.contains(last.getId())
        || (handle != null && handles.contains(handle.toLowerCase(Locale.ROOT)));
  }

  private static void requireOne(String handle, List<RawProfile> known) {
    List<String> holders =
        known.stream()
            .filter(last -> handle.equalsIgnoreCase(AuthorStates.handleOf(last)))
            .map(RawProfile::getId)
            .toList();
    if (holders.isEmpty()) {
      throw new Explained(
          "@" + handle + " cannot be removed",
          "the scorer knows no author with that handle",
          "check the spelling, or name the id",
          null);
    }
    if (holders.size() > 1) {
      throw new Explained(
          "@" + handle + " cannot be removed",
          "several authors were last seen with that handle: " + String.join(", ", holders),
          "name the id of the one who is meant",
          null);
    }
  }
}
