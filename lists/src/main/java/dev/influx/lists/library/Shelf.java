package dev.influx.lists.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the files that a policy names are looked for. */
public interface Shelf {

  /** A file by its path from the policies' directory; empty when there is none. */
  Optional<Book> find(String path);

  /** The files known here, for suggestions. */
  List<String> paths();

  /**
   * A file that was found.
   *
   * @param name as faults name it
   */
  record Book(String name, Opening opening) {
    public Reader open() throws IOException {
      return strict(opening.open());
    }
  }

  /** Opens the bytes of a file. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /** The files that come with influx; a jar has no directory, so one file lists the others. */
  static Shelf bundled() {
    return new Bundled();
  }

  /** The files beside a policy, and where there is none, those that come with influx. */
  static Shelf beside(Path policy) {
    return new Beside(policy.toAbsolutePath().getParent(), bundled());
  }

  /** Nothing: for documents that hold everything themselves. */
  static Shelf empty() {
    return new Empty();
  }

  static Reader strict(InputStream in) {
    return new InputStreamReader(
        in,
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** See {@link #bundled}. */
  final class Bundled implements Shelf {
    static final String ROOT = "policies/";
    static final String LISTING = "bundled.txt";

    @Override
    public Optional<Book> find(String path) {
      return paths().contains(path)
          ? Optional.of(new Book(ROOT + path, () -> resource(path)))
          : Optional.empty();
    }

    @Override
    public List<String> paths() {
      try (InputStream in = resource(LISTING)) {
        return new String(in.readAllBytes(), UTF_8).lines().toList();
      } catch (IOException e) {
        throw new IllegalStateException("the policies that come with influx are missing", e);
      }
    }

    private static InputStream resource(String path) throws IOException {
      InputStream in = Shelf.class.getResourceAsStream("/" + ROOT + path);
      if (in == null) {
        throw new FileNotFoundException(ROOT + path);
      }
      return in;
    }
  }

  /** See {@link #beside}. */
  record Beside(Path directory, Shelf otherwise) implements Shelf {
    @Override
    public Optional<Book> find(String path) {
      Path file = directory.resolve(path);
      return Files.exists(file)
          ? Optional.of(new Book(file.toString(), () -> Files.newInputStream(file)))
          : otherwise.find(path);
    }

    @Override
    public List<String> paths() {
      return otherwise.paths();
    }
  }

  /** See {@link #empty}. */
  final class Empty implements Shelf {
    @Override
    public Optional<Book> find(String path) {
      return Optional.empty();
    }

    @Override
    public List<String> paths() {
      return List.of();
    }
  }
}
