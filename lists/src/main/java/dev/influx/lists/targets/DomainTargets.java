package dev.influx.lists.targets;

import dev.influx.lists.DataFault;
import dev.influx.lists.Domain;
import dev.influx.lists.Reading;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How many authors the list is to have, of all domains and of each.
 *
 * @param all the authors of the whole list
 * @param domains one target for each domain, in the order of {@link Domain}
 */
public record DomainTargets(Span all, List<Target> domains) {

  private static final String BUNDLED = "seeds/targets.yml";

  public DomainTargets {
    domains = List.copyOf(domains);
    if (!domains.stream().map(Target::domain).toList().equals(List.of(Domain.values()))) {
      throw new IllegalArgumentException("not one target for each domain, in their order");
    }
  }

  /** From the fewest authors that will do to the most that are wanted. */
  public record Span(long min, long max) {

    public Span {
      if (min < 0 || max < min) {
        throw new IllegalArgumentException("no span: " + min + " to " + max);
      }
    }

    /** How many more it takes to have enough. */
    public long missing(long have) {
      return Math.max(0, min - have);
    }

    /** How many more are still wanted. */
    public long room(long have) {
      return Math.max(0, max - have);
    }
  }

  /**
   * What is wanted of one domain.
   *
   * @param priority 1 comes first; domains with the same are equals
   */
  public record Target(Domain domain, Span span, int priority) {}

  public Target of(Domain domain) {
    return domains.get(List.of(Domain.values()).indexOf(domain));
  }

  /** The targets that come with influx. */
  public static DomainTargets bundled() {
    try (InputStream in = DomainTargets.class.getResourceAsStream("/" + BUNDLED)) {
      if (in == null) {
        throw new FileNotFoundException(BUNDLED);
      }
      return read(BUNDLED, in).orElseThrow(UnableToReadTargetsException::new);
    } catch (IOException e) {
      throw new UnableToReadTargetsException(List.of(unreadable(BUNDLED, e)));
    }
  }

  /** The targets of a file, or all that is wrong with it. */
  public static Reading<DomainTargets> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (IOException e) {
      return Reading.refused(List.of(unreadable(file.toString(), e)));
    }
  }

  private static Reading<DomainTargets> read(String source, InputStream in) {
    // unlike that of a charset, this decoder refuses what is not UTF-8
    Reader yaml = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    return TargetReader.read(source, yaml);
  }

  private static DataFault unreadable(String source, IOException e) {
    String what = "it cannot be read (" + e + ")";
    return new DataFault(source, 0, what, "check the path and its permissions");
  }
}
