package dev.influx.simulator.fault;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Faults that are to happen. Of several rules that a request falls under, the first takes it.
 *
 * @param seed of the draws for probabilities
 */
public record FaultScript(long seed, List<FaultRule> rules) {

  private static final FaultScript NONE = new FaultScript(0, List.of());

  public FaultScript {
    rules = List.copyOf(rules);
  }

  public static FaultScript none() {
    return NONE;
  }

  public static FaultScript read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (CharacterCodingException e) {
      throw new UnableToReadFaultsException(file.toString(), List.of("it is not UTF-8 text"));
    } catch (IOException e) {
      String why = Files.exists(file) ? "it cannot be read: " + e.getMessage() : "it is not there";
      throw new UnableToReadFaultsException(file.toString(), List.of(why));
    }
  }

  /**
   * Reads a script.
   *
   * @param yaml or JSON
   * @param origin to name in failures
   */
  public static FaultScript parse(String yaml, String origin) {
    return new ScriptReader(origin).read(yaml);
  }
}
