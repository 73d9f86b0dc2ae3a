package dev.influx.lists.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what {@link CsvReader} reads: quotes only where they are needed, lines that end in LF. */
final class CsvText {

  private final StringBuilder text = new StringBuilder();

  CsvText(List<String> header) {
    row(header);
  }

  void row(List<String> fields) {
    text.append(fields.stream().map(CsvText::quoted).collect(Collectors.joining(","))).append('\n');
  }

  private static String quoted(String field) {
    boolean bare = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
    return bare ? field : "\"" + field.replace("\"", "\"\"") + "\"";
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Whole or not at all, and on the disk before the file takes the place of an older one. */
  static void replace(Path file, String text) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path draft = target.resolveSibling(target.getFileName() + ".draft");
    try {
      Files.writeString(
          draft,
          text,
          UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
