package dev.influx.lists.yaml;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Parses a document of bounded size. It yields the tree of nodes, not Java values, because only the
 * nodes know their lines and still hold keys that are there twice.
 */
public final class StrictYaml {

  private static final int LONGEST_DOCUMENT = 1_000_000;
  private static final int DEEPEST_NESTING = 20;

  private StrictYaml() {}

  /** The mapping that the document is; otherwise a fault says why it is none. */
  public static Optional<StrictMapping> parse(Reader yaml, Faults faults) {
    try {
      String text = bounded(yaml);
      if (text.length() > LONGEST_DOCUMENT) {
        faults.add(0, "it is longer than " + LONGEST_DOCUMENT + " characters", "shorten it");
        return Optional.empty();
      }
      return root(new Yaml(new SafeConstructor(limits())).compose(new StringReader(text)), faults);
    } catch (IOException e) {
      faults.add(0, "it cannot be read (" + e + ")", "save it as UTF-8");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      faults.add(line, "it is no YAML (" + e.getProblem() + ")", "mend the line");
    } catch (YAMLException e) {
      faults.add(0, "it is no YAML (" + firstLine(e.getMessage()) + ")", "mend the file");
    }
    return Optional.empty();
  }

  private static Optional<StrictMapping> root(Node node, Faults faults) {
    if (node == null) {
      faults.add(0, "it is empty", "write key: value lines");
      return Optional.empty();
    }
    return new StrictValue("", node, faults).mapping();
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

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }
}
