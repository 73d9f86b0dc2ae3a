package dev.influx.lists.policies;

import static dev.influx.lists.policies.EntryThresholds.MOST_FOLLOWERS;

import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Turns a YAML document into a policy. It works on the tree of nodes, not on Java values, because
 * only the nodes know their lines and still hold keys that are there twice.
 */
final class PolicyReader {

  private static final int LONGEST_DOCUMENT = 1_000_000;
  private static final int DEEPEST_NESTING = 20;
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,31}(@[1-9][0-9]{0,3})?");

  private final String source;
  private final List<DataFault> faults = new ArrayList<>();

  private PolicyReader(String source) {
    this.source = source;
  }

  static Reading<Policy> read(String source, Reader yaml) {
    PolicyReader reader = new PolicyReader(source);
    Optional<Policy> policy = reader.parse(yaml).flatMap(reader::policy);
    return reader.faults.isEmpty()
        ? Reading.accepted(policy.orElseThrow())
        : Reading.refused(reader.faults);
  }

  private Optional<Node> parse(Reader yaml) {
    try {
      String text = bounded(yaml);
      if (text.length() > LONGEST_DOCUMENT) {
        return refuse(0, "it is longer than " + LONGEST_DOCUMENT + " characters", "shorten it");
      }
      Node root = new Yaml(new SafeConstructor(limits())).compose(new StringReader(text));
      return root == null ? refuse(0, "it is empty", "write a policy") : Optional.of(root);
    } catch (IOException e) {
      return refuse(0, "it cannot be read (" + e + ")", "save it as UTF-8");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      return refuse(line, "it is no YAML (" + e.getProblem() + ")", "mend the line");
    } catch (YAMLException e) {
      return refuse(0, "it is no YAML (" + firstLine(e.getMessage()) + ")", "mend the file");
    }
  }

  /** The parser has a limit of its own, but does not apply it to comments. */
  private static String bounded(Reader yaml) throws IOException {
    char[] buffer = new char[LONGEST_DOCUMENT + 1];
    int length = 0;
    for (int n = 0; n >= 0 && length < buffer.length; length += Math.max(n, 0)) {
      n = yaml.read(buffer, length, buffer.length - length);
    }
    return new String(buffer, 0, length);
  }

  private static LoaderOptions limits() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(LONGEST_DOCUMENT);
    limits.setNestingDepthLimit(DEEPEST_NESTING);
    limits.setMaxAliasesForCollections(0);
    limits.setAllowRecursiveKeys(false);
    return limits;
  }

  private Optional<Policy> policy(Node node) {
    Optional<StrictMapping> root = StrictMapping.root(source, node, faults);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> id = root.get().text("id", ID, "m2 or m2@2");
    Optional<String> description = root.get().text("description");
    Optional<String> model = root.get().text("model", ID, "m2 or m2@2");
    Optional<EntryThresholds> entry = root.get().mapping("entry").flatMap(this::entry);
    root.get().refuseOthers();
    return faults.isEmpty()
        ? Optional.of(Policy.of(id.get(), description.get(), model.get(), entry.get()))
        : Optional.empty();
  }

  private Optional<EntryThresholds> entry(StrictMapping entry) {
    OptionalLong verified = entry.wholeNumber("verified_min_followers", 0, MOST_FOLLOWERS);
    OptionalLong all = entry.wholeNumber("min_followers", 0, MOST_FOLLOWERS);
    entry.refuseOthers();
    if (verified.isEmpty() || all.isEmpty()) {
      return Optional.empty();
    }
    if (verified.getAsLong() > all.getAsLong()) {
      entry.refuse(
          "verified_min_followers",
          "is above min_followers",
          "lower it: a badge must not raise the threshold");
      return Optional.empty();
    }
    return Optional.of(new EntryThresholds(verified.getAsLong(), all.getAsLong()));
  }

  private <T> Optional<T> refuse(int line, String what, String remedy) {
    faults.add(new DataFault(source, line, what, remedy));
    return Optional.empty();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
