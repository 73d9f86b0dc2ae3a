package dev.influx.lists.library;

import static dev.influx.lists.DataFault.quote;

import dev.influx.lists.Spelling;
import dev.influx.lists.yaml.Faults;
import dev.influx.lists.yaml.StrictMapping;
import dev.influx.lists.yaml.StrictValue;
import dev.influx.lists.yaml.StrictYaml;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds what a document names, or reads what it holds in that place; faults of all files are
 * reported together.
 */
public final class Library {

  /** What policies and their parts may be called. */
  public static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,31}(@[1-9][0-9]{0,3})?");

  private static final String ENDING = ".yml";

  private final Shelf shelf;
  private final Faults faults;
  private final Map<String, Optional<?>> known = new HashMap<>();

  public Library(Shelf shelf, Faults faults) {
    this.shelf = shelf;
    this.faults = faults;
  }

  /**
   * What a document may name instead of holding it.
   *
   * @param folder where its files are, with a slash at the end
   * @param example of an id
   */
  public record Part<T>(
      String folder,
      String example,
      Function<StrictMapping, Optional<T>> reader,
      Function<T, String> idOf) {
    private String pathOf(String id) {
      return folder + id + ENDING;
    }
  }

  public <T> Optional<T> readOrFind(StrictValue value, Part<T> part) {
    if (value.isMapping()) {
      return value.mapping().flatMap(part.reader());
    }
    int before = faults.count();
    String id = value.text(ID, part.example());
    if (id.isEmpty() || faults.count() > before) {
      return Optional.empty();
    }
    Optional<Shelf.Book> book = shelf.find(part.pathOf(id));
    if (book.isEmpty()) {
      String what = "is " + quote(id) + ", and there is no " + part.pathOf(id);
      value.refuse(what, Spelling.suggest(id, onShelf(part.folder())));
    }
    return book.flatMap(found -> readOnce(found, id, part));
  }

  /** What two documents name is one part, and its faults are reported once. */
  @SuppressWarnings("unchecked")
  private <T> Optional<T> readOnce(Shelf.Book book, String id, Part<T> part) {
    String path = part.pathOf(id);
    Optional<T> read = (Optional<T>) known.get(path);
    if (read == null) {
      read = read(book, id, part);
      known.put(path, read);
    }
    return read;
  }

  private <T> Optional<T> read(Shelf.Book book, String id, Part<T> part) {
    Faults faultsOfBook = faults.alsoIn(book.name());
    try (Reader yaml = book.open()) {
      Optional<T> read = StrictYaml.parse(yaml, faultsOfBook).flatMap(part.reader());
      read.map(part.idOf())
          .filter(other -> !other.equals(id))
          .ifPresent(other -> faultsOfBook.add(1, "id is " + quote(other), "write " + id));
      return read;
    } catch (IOException e) {
      faultsOfBook.add(0, "it cannot be read (" + e + ")", "check its permissions");
      return Optional.empty();
    }
  }

  private List<String> onShelf(String folder) {
    return shelf.paths().stream()
        .filter(path -> path.startsWith(folder))
        .map(path -> path.substring(folder.length(), path.length() - ENDING.length()))
        .toList();
  }
}
