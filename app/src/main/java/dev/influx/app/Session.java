package dev.influx.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.influx.app.config.Config;
import dev.influx.app.config.ConfigLoader;
import dev.influx.app.config.ConfigLoader.Flag;
import dev.influx.app.config.ConfigResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;

/** What every subcommand is made with: the surroundings, and the options that all of them share. */
record Session(Surroundings surroundings, InfluxCommand options) {

  PrintWriter out() {
    return surroundings.out();
  }

  PrintWriter err() {
    return surroundings.err();
  }

  /** Data for programs, on stdout, laid out so that a person can read it too. */
  void printJson(Object data) {
    try {
      out().println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(data));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can always be written as JSON", e);
    }
  }

  /**
   * The configuration of this run; fails with all of its faults.
   *
   * @param own what flags of the subcommand itself set
   */
  Config config(Flag... own) {
    return load(own).config();
  }

  ConfigResult.Loaded load(Flag... own) {
    List<Flag> flags = Stream.concat(options.settings().stream(), Stream.of(own)).toList();
    return new ConfigLoader(surroundings.directory(), surroundings.environment())
        .load(options.file(), flags)
        .fold(
            loaded -> loaded,
            invalid -> {
              throw new UnableToConfigureException(invalid.faults());
            });
  }
}
