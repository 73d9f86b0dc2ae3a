package dev.influx.validator.audit.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.lists.DataFault;
import dev.influx.lists.Reading;
import dev.influx.lists.Spelling;
import dev.influx.validator.audit.review.KnownAuthors.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads labels that stand by themselves: a JSON object a line with the keys {@code id} and {@code
 * label}, which is individual, organization or ambiguous; other keys are for people.
 */
public final class LabelFile {
  private static final ObjectReader JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();
  private static final List<String> LABELS =
      Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();

  private final String source;
  private final Map<String, Kind> kinds = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<DataFault> faults = new ArrayList<>();

  private LabelFile(String source) {
    this.source = source;
  }

  /** What each id is, or every fault of the file. */
  public static Reading<Map<String, Kind>> read(String source, byte[] content) {
    LabelFile file = new LabelFile(source);
    try {
      file.read(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      file.fault(0, "it is not UTF-8 text", "save it as UTF-8");
    }
    return file.faults.isEmpty()
        ? Reading.accepted(Map.copyOf(file.kinds))
        : Reading.refused(file.faults);
  }

  private void read(String text) {
    List<String> all = text.lines().toList();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isBlank()) {
        readLine(i + 1, all.get(i));
      }
    }
    if (kinds.isEmpty() && faults.isEmpty()) {
      fault(0, "there are no labels in it", "name a file with a label a line");
    }
  }

  private void readLine(int line, String text) {
    try {
      JsonNode entry = JSON.readTree(text);
      String id = entry.path("id").asText();
      String label = entry.path("label").asText();
      if (!id.matches("[0-9]{1,19}")) {
        fault(line, "id is missing or not 1 to 19 digits", "write the id of the account");
      } else if (!LABELS.contains(label)) {
        String what = DataFault.quote(label) + " is no label";
        fault(line, what, Spelling.suggest(label, LABELS));
      } else {
        take(line, id, Kind.valueOf(label.toUpperCase(Locale.ROOT)));
      }
    } catch (JsonProcessingException e) {
      fault(line, "it is not valid JSON", "write one object a line");
    }
  }

  private void take(int line, String id, Kind kind) {
    Integer before = lines.putIfAbsent(id, line);
    kinds.put(id, kind);
    if (before != null) {
      fault(line, "the id " + id + " has a label on line " + before, "keep one of the two");
    }
  }

  private void fault(int line, String what, String remedy) {
    faults.add(new DataFault(source, line, what, remedy));
  }
}
