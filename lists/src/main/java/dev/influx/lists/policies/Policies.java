package dev.influx.lists.policies;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.lists.Spelling;
import dev.influx.lists.library.Shelf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The policies known by name, and the ways to read others. */
public final class Policies {

  /** The policy of those who ask for none. */
  public static final String DEFAULT = "m2@2";

  private final Map<String, Policy> byId;

  private Policies(Map<String, Policy> byId) {
    this.byId = byId;
  }

  /** The policies that come with influx, and of each the twin that lets simulated authors in. */
  public static Policies bundled() {
    Map<String, Policy> policies = new TreeMap<>();
    Shelf shelf = Shelf.bundled();
    for (String path : shelf.paths()) {
      if (!path.contains("/")) {
        Policy policy =
            read(shelf.find(path).orElseThrow(), shelf)
                .orElseThrow(UnableToReadPolicyException::new);
        policies.put(policy.id(), policy);
        Policy twin = policy.allowingSimulated();
        policies.put(twin.id(), twin);
      }
    }
    return new Policies(policies);
  }

  /** The default policy, which comes with influx. */
  public Policy theDefault() {
    return byId.get(DEFAULT);
  }

  public Optional<Policy> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What to tell somebody whose policy was not found. */
  public String suggest(String id) {
    return Spelling.suggest(id, byId.keySet());
  }

  public List<Policy> all() {
    return List.copyOf(byId.values());
  }

  /** Reads a policy that somebody wrote, and the parts beside it that it names. */
  public static Reading<Policy> load(Path file) {
    Shelf.Book book = new Shelf.Book(file.toString(), () -> Files.newInputStream(file));
    return read(book, Shelf.beside(file));
  }

  /** Reads a policy back from its canonical bytes, and refuses any other form. */
  public static Reading<Policy> fromCanonical(byte[] canonicalBytes) {
    String source = "policy document";
    return read(
            new Shelf.Book(source, () -> new ByteArrayInputStream(canonicalBytes)), Shelf.empty())
        .fold(
            policy ->
                Arrays.equals(policy.canonicalBytes(), canonicalBytes)
                    ? Reading.accepted(policy)
                    : refused(source, "it is not in canonical form", "publish it again"),
            Reading::refused);
  }

  private static Reading<Policy> read(Shelf.Book book, Shelf shelf) {
    try (Reader yaml = book.open()) {
      return PolicyReader.read(book.name(), yaml, shelf);
    } catch (IOException e) {
      String what = "it cannot be read (" + e + ")";
      return refused(book.name(), what, "check the path and its permissions");
    }
  }

  private static Reading<Policy> refused(String source, String what, String remedy) {
    return Reading.refused(List.of(new DataFault(source, 0, what, remedy)));
  }
}
