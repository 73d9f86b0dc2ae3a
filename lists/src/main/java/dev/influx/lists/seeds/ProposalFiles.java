package dev.influx.lists.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.influx.lists.Reading;
import dev.influx.lists.seeds.Proposal.Reviewed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The writer and the reader of proposals: CSV that begins with the columns of a seed list, with a
 * column {@code decision} for the reviewer, and ends with what speaks for the author.
 */
public final class ProposalFiles {

  private ProposalFiles() {}

  /** Proposals as a file has them, in the order given. */
  public static String text(List<Proposal> proposals) {
    CsvText text = new CsvText(ProposalFields.HEADER);
    proposals.forEach(proposal -> text.row(ProposalFields.write(proposal)));
    return text.toString();
  }

  /** Writes the file whole or not at all. */
  public static void write(Path file, List<Proposal> proposals) throws IOException {
    CsvText.replace(file, text(proposals));
  }

  /** The proposals of all files, and of all {@code *.csv} files of directories. */
  public static Reading<List<Reviewed>> read(List<Path> filesAndDirectories) {
    CsvTable table = new CsvTable(ProposalFields.HEADER);
    List<Reviewed> proposals = new ArrayList<>();
    for (Path place : filesAndDirectories) {
      try {
        files(place).forEach(file -> read(table, file, proposals));
      } catch (IOException e) {
        table.unreadable(place.toString(), e);
      }
    }
    return table.finish(() -> List.copyOf(proposals));
  }

  private static List<Path> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private static void read(CsvTable table, Path file, List<Reviewed> proposals) {
    String source = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      table.read(
          source,
          new InputStreamReader(in, UTF_8),
          row ->
              new ProposalFields(
                      row.fields(), (what, remedy) -> table.fault(source, row.line(), what, remedy))
                  .read()
                  .ifPresent(found -> proposals.add(new Reviewed(source, row.line(), found))));
    } catch (IOException e) {
      table.unreadable(source, e);
    }
  }
}
