package dev.influx.monitor.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.monitor.board.Marks.Kind;
import dev.influx.monitor.board.Marks.Mark;
import dev.influx.runtime.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file in which marks are kept over a restart, a line each. */
final class MarksFile {
  private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([a-z]+) (.+)");

  private final Path file;

  MarksFile(Path file) {
    this.file = file;
  }

  void write(Marks marks) throws IOException {
    String lines = marks.all().stream().map(MarksFile::line).collect(Collectors.joining());
    WholeFile.write(file, lines.getBytes(UTF_8));
  }

  private static String line(Mark mark) {
    return mark.at() + " " + mark.kind().code() + " " + mark.text().replaceAll("\\s+", " ") + "\n";
  }

  /** What is no mark of this release is left out. */
  void readInto(Marks marks) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    for (String line : Files.readAllLines(file, UTF_8)) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches() && isKind(parts.group(2))) {
        marks.add(
            new Mark(
                Long.parseLong(parts.group(1)),
                Kind.valueOf(parts.group(2).toUpperCase(Locale.ROOT)),
                parts.group(3)));
      }
    }
  }

  private static boolean isKind(String code) {
    return List.of(Kind.values()).stream().anyMatch(it -> it.code().equals(code));
  }
}
