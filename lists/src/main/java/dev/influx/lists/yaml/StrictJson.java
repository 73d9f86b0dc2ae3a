package dev.influx.lists.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Parses a document that a program wrote as JSON into the tree that {@link StrictYaml} makes of it,
 * but for the lines, in a tenth of the time.
 */
public final class StrictJson {

  private static final JsonFactory JSON = new JsonFactory();

  private StrictJson() {}

  /** The mapping that the document is; otherwise a fault says why it is none. */
  public static Optional<StrictMapping> parse(byte[] json, Faults faults) {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      return new StrictValue("", node(parser), faults).mapping();
    } catch (IOException e) {
      faults.add(0, "it is no JSON (" + e.getClass().getSimpleName() + ")", "write it anew");
      return Optional.empty();
    }
  }

  private static Node node(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(parser);
    } else if (token == JsonToken.START_ARRAY) {
      return sequence(parser);
    }
    return new ScalarNode(tag(token), parser.getText(), null, null, ScalarStyle.PLAIN);
  }

  private static Node mapping(JsonParser parser) throws IOException {
    List<NodeTuple> entries = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      Node key =
          new ScalarNode(Tag.STR, parser.currentName(), null, null, ScalarStyle.DOUBLE_QUOTED);
      parser.nextToken();
      entries.add(new NodeTuple(key, node(parser)));
    }
    return new MappingNode(Tag.MAP, entries, FlowStyle.FLOW);
  }

  private static Node sequence(JsonParser parser) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    return new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW);
  }

  private static Tag tag(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return Tag.STR;
    } else if (token == JsonToken.VALUE_NUMBER_INT) {
      return Tag.INT;
    } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return Tag.FLOAT;
    }
    throw new IOException("neither text nor number: " + token);
  }
}
