package dev.influx.lists.policies;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.lists.Spelling;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The policies known by name, and the ways to read others. */
public final class Policies {

  /** A jar has no directory to list; a test compares this with the files. */
  static final List<String> BUNDLED = List.of("m0");

  private final Map<String, Policy> byId;

  private Policies(Map<String, Policy> byId) {
    this.byId = byId;
  }

  /** The policies that come with influx. */
  public static Policies bundled() {
    Map<String, Policy> policies = new TreeMap<>();
    for (String id : BUNDLED) {
      Policy policy =
          resource("policies/" + id + ".yml").orElseThrow(UnableToReadPolicyException::new);
      policies.put(policy.id(), policy);
    }
    return new Policies(policies);
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

  /** Reads a policy that somebody wrote. */
  public static Reading<Policy> load(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return PolicyReader.read(file.toString(), strict(in));
    } catch (IOException e) {
      return unreadable(file.toString(), e);
    }
  }

  /** Reads a policy back from its canonical bytes, and refuses any other form. */
  public static Reading<Policy> fromCanonical(byte[] canonicalBytes) {
    String source = "policy document";
    return PolicyReader.read(source, strict(new ByteArrayInputStream(canonicalBytes)))
        .fold(
            policy ->
                Arrays.equals(policy.canonicalBytes(), canonicalBytes)
                    ? Reading.accepted(policy)
                    : refused(source, "it is not in canonical form", "publish it again"),
            Reading::refused);
  }

  private static Reading<Policy> resource(String name) {
    try (InputStream in = Policies.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return PolicyReader.read(name, strict(in));
    } catch (IOException e) {
      return unreadable(name, e);
    }
  }

  private static Reader strict(InputStream in) {
    return new InputStreamReader(
        in,
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Reading<Policy> unreadable(String source, IOException e) {
    return refused(source, "it cannot be read (" + e + ")", "check the path and its permissions");
  }

  private static Reading<Policy> refused(String source, String what, String remedy) {
    return Reading.refused(List.of(new DataFault(source, 0, what, remedy)));
  }
}
