package dev.influx.lists.policies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The policies that come with influx in their canonical form, written by the build beside the
 * classes after the strict reader accepted them: to read and check them anew takes a process that
 * has just started most of a second. Where the build left none, the files themselves are read.
 */
public final class PressedPolicies {

  private static final String FOLDER = "policies/pressed";
  private static final String ENDING = ".json";

  private PressedPolicies() {}

  /**
   * Writes them; the build calls it.
   *
   * @param args the directory of the classes
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]).resolve(FOLDER));
    Policies policies = Policies.bundled();
    for (String id : policies.ids()) {
      byte[] pressed = policies.readStrictly(id).canonicalBytes();
      Files.write(folder.resolve(id + ENDING), pressed);
    }
  }

  static Optional<Policy> find(String id) {
    String name = "/" + FOLDER + "/" + id + ENDING;
    try (InputStream in = PressedPolicies.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(PolicyReader.readPressed(name, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of influx cannot be read: " + name, e);
    }
  }
}
