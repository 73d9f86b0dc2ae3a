package dev.influx.app.pipe;

import dev.influx.lists.policies.Policies;
import dev.influx.schemas.wire.Registry;
import dev.influx.scorer.evaluation.Evaluator;
import dev.influx.scorer.topology.ScorerTopology;
import dev.influx.scorer.topology.StoreKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** The topology of the scorer: what reads which topics, keeps which stores, writes what. */
public final class ScorerPicture {
  private static final int BOX_WIDTH = 240;
  private static final int BOX_HEIGHT = 46;
  private static final int COLUMN = 310;
  private static final int ROW = 66;
  private static final int MARGIN = 20;
  private static final int ROUND = 14;
  private static final int SHARP = 2;
  private static final int TEXT = 12;
  private static final int FIRST_LINE = 19;
  private static final int SECOND_LINE = 36;

  private final TopologyDescription topology;

  private ScorerPicture(TopologyDescription topology) {
    this.topology = topology;
  }

  /** Asks neither a broker nor a registry. */
  public static ScorerPicture of(Installation installation, Registry registry) {
    Evaluator any = Evaluator.withoutLanguages(Policies.bundled().theDefault());
    return new ScorerPicture(
        new ScorerTopology(installation.topics(), any, StoreKind.HASH)
            .build(registry, new SimpleMeterRegistry())
            .topology()
            .describe());
  }

  /** As Kafka Streams prints it. */
  public String text() {
    return topology.toString();
  }

  /** A box where something is read, done or written. */
  private record Box(Node node, int x, int y) {
    private static String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    String rect() {
      boolean works = node instanceof Processor;
      return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>\n"
          .formatted(x, y, BOX_WIDTH, BOX_HEIGHT, works ? ROUND : SHARP);
    }

    String text() {
      return line(FIRST_LINE, " font-weight=\"bold\"", node.name())
          + line(SECOND_LINE, "", detail());
    }

    private String line(int down, String style, String text) {
      return "<text x=\"%d\" y=\"%d\"%s>%s</text>\n"
          .formatted(x + TEXT, y + down, style, escaped(text));
    }

    private String detail() {
      if (node instanceof Source source) {
        return "from " + String.join(", ", source.topicSet());
      }
      return node instanceof Sink sink
          ? "to " + sink.topic()
          : "keeps " + String.join(", ", ((Processor) node).stores());
    }
  }

  /** From left to right, as far as each node is from the topics that are read. */
  public String svg() {
    Map<String, Box> boxes = new LinkedHashMap<>();
    int top = MARGIN;
    for (Subtopology part : topology.subtopologies()) {
      top = place(part, top, boxes) + MARGIN;
    }
    int width = boxes.values().stream().mapToInt(Box::x).max().orElse(0) + BOX_WIDTH + MARGIN;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <title>The topology of the scorer</title>
        <g fill="none" stroke="#667085" stroke-width="1.5">
        %s</g>
        <g stroke="#667085" fill="#f2f4f7">
        %s</g>
        <g fill="#101828">
        %s</g>
        </svg>
        """
        .formatted(width, top, lines(boxes), rects(boxes), texts(boxes));
  }

  private static int place(Subtopology part, int top, Map<String, Box> boxes) {
    Map<Integer, Integer> used = new LinkedHashMap<>();
    for (Node node : sorted(part)) {
      int column = depth(node);
      int row = used.merge(column, 1, Integer::sum) - 1;
      boxes.put(node.name(), new Box(node, MARGIN + column * COLUMN, top + row * ROW));
    }
    return top + used.values().stream().mapToInt(Integer::intValue).max().orElse(0) * ROW;
  }

  private static List<Node> sorted(Subtopology part) {
    List<Node> nodes = new ArrayList<>(part.nodes());
    nodes.sort(Comparator.comparingInt(ScorerPicture::depth).thenComparing(Node::name));
    return nodes;
  }

  private static int depth(Node node) {
    return node.predecessors().stream().mapToInt(it -> depth(it) + 1).max().orElse(0);
  }

  private static String lines(Map<String, Box> boxes) {
    StringBuilder lines = new StringBuilder();
    for (Box from : boxes.values()) {
      for (Node next : from.node().successors()) {
        Box to = boxes.get(next.name());
        int x = from.x() + BOX_WIDTH;
        int middle = (x + to.x()) / 2;
        lines.append(
            "<path d=\"M%d %d C%d %d %d %d %d %d\"/>\n"
                .formatted(
                    x,
                    from.y() + BOX_HEIGHT / 2,
                    middle,
                    from.y() + BOX_HEIGHT / 2,
                    middle,
                    to.y() + BOX_HEIGHT / 2,
                    to.x(),
                    to.y() + BOX_HEIGHT / 2));
      }
    }
    return lines.toString();
  }

  private static String rects(Map<String, Box> boxes) {
    return boxes.values().stream().map(Box::rect).collect(Collectors.joining());
  }

  private static String texts(Map<String, Box> boxes) {
    return boxes.values().stream().map(Box::text).collect(Collectors.joining());
  }
}
