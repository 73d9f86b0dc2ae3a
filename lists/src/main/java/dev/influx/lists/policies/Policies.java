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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The policies known by name, and the ways to read others. */
public final class Policies {

  /** The policy of those who ask for none. */
  public static final String DEFAULT = "m2@2";

  private static final String ENDING = ".yml";
  private static final Policies BUNDLED = new Policies(Shelf.bundled());

  private final Shelf shelf;
  private final Map<String, Policy> read = new ConcurrentHashMap<>();

  private Policies(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * The policies that come with influx, and of each the twin that lets simulated authors in. Each
   * is read when it is asked for first, since most who ask need one.
   */
  public static Policies bundled() {
    return BUNDLED;
  }

  /** The default policy, which comes with influx. */
  public Policy theDefault() {
    return find(DEFAULT).orElseThrow();
  }

  public Optional<Policy> find(String id) {
    return ids().contains(id)
        ? Optional.of(read.computeIfAbsent(id, Policies::policy))
        : Optional.empty();
  }

  private static Policy policy(String id) {
    return PressedPolicies.find(id).orElseGet(() -> BUNDLED.readStrictly(id));
  }

  /** From the files that people edit, with every check. */
  Policy readStrictly(String id) {
    return written().stream()
        .filter(original -> Policy.simulated(original).equals(id))
        .findFirst()
        .map(original -> readStrictly(original).allowingSimulated())
        .orElseGet(
            () ->
                read(shelf.find(id + ENDING).orElseThrow(), shelf)
                    .orElseThrow(UnableToReadPolicyException::new));
  }

  /** The ids of those that have a file. */
  private List<String> written() {
    return shelf.paths().stream()
        .filter(path -> !path.contains("/") && path.endsWith(ENDING))
        .map(path -> path.substring(0, path.length() - ENDING.length()))
        .toList();
  }

  List<String> ids() {
    return written().stream().flatMap(id -> Stream.of(id, Policy.simulated(id))).sorted().toList();
  }

  /** What to tell somebody whose policy was not found. */
  public String suggest(String id) {
    return Spelling.suggest(id, ids());
  }

  public List<Policy> all() {
    return ids().stream().map(id -> find(id).orElseThrow()).toList();
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
