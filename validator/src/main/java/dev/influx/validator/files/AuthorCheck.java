package dev.influx.validator.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.influx.schemas.RawProfile;
import dev.influx.schemas.published.AuthorSchema;
import dev.influx.schemas.xuser.UserObject;
import dev.influx.schemas.xuser.UserReading;
import dev.influx.validator.files.CheckedAuthor.Place;
import dev.influx.validator.files.Fault.Severity;
import java.util.ArrayList;
import java.util.List;

/** Checks an author by what one record says; many threads may share it. */
final class AuthorCheck {
  private static final SchemaCheck CURRENT = new SchemaCheck(AuthorSchema.CURRENT);
  private static final SchemaCheck EARLIER = new SchemaCheck(AuthorSchema.EARLIER);

  private final Judges judges;
  private final Observation observation;

  AuthorCheck(Judges judges, FileOrigin origin) {
    this.judges = judges;
    this.observation = new Observation(origin);
  }

  CheckedAuthor check(JsonNode author, long line) {
    Shape shape = Shape.of(author);
    String id = author.path("id").isValueNode() ? author.path("id").asText() : null;
    List<Fault> faults = new ArrayList<>(form(shape, author, line, id));
    List<Mark> marks = new ArrayList<>(marks(author, id));
    Place place = Place.of(author.path("meta"));
    UserReading reading = UserObject.read(AuthorView.of(shape, author));
    if (reading instanceof UserReading.Author read) {
      RawProfile seen = observation.of(shape, author, read, line);
      Judge judge = judges.of(place.policy());
      faults.addAll(judge.judge(seen, line));
      marks.addAll(judge.marks(seen));
    } else if (reading instanceof UserReading.Unreadable unreadable) {
      faults.add(unreadable(unreadable, author, line));
    }
    return new CheckedAuthor(line, id, shape, place, marks, faults);
  }

  private static List<Fault> form(Shape shape, JsonNode author, long line, String id) {
    List<Fault> faults = new ArrayList<>();
    switch (shape) {
      case CURRENT -> {
        faults.addAll(CURRENT.check(author, line, id));
        ProvenanceCheck.check(author, line, id).ifPresent(faults::add);
      }
      case EARLIER -> {
        faults.add(Code.EARLIER_SHAPE.at(line, id, shape.words()));
        faults.addAll(EARLIER.check(author, line, id));
        // That system had no single definition of its hash.
        ProvenanceCheck.check(author, line, id)
            .map(fault -> fault.as(Severity.WARNING))
            .ifPresent(faults::add);
      }
      case USER -> faults.add(Code.EARLIER_SHAPE.at(line, id, shape.words()));
    }
    return faults;
  }

  private static Fault unreadable(UserReading.Unreadable reading, JsonNode author, long line) {
    String why = String.join("; ", reading.problems());
    return Code.UNREADABLE_AUTHOR.at(
        line, author.path("id").textValue(), "the gates cannot judge it: " + why);
  }

  private static List<Mark> marks(JsonNode author, String id) {
    List<Mark> marks = new ArrayList<>();
    if (id != null) {
      marks.add(Mark.ofId(id));
    }
    JsonNode handle = author.has("handle") ? author.path("handle") : author.path("username");
    if (handle.isTextual()) {
      marks.add(Mark.ofHandle(handle.textValue()));
    }
    return marks;
  }
}
