package dev.influx.app.config;

import static dev.influx.lists.DataFault.quote;

import dev.influx.app.config.UnusableValueException.Problem;
import dev.influx.harvester.api.Dialect;
import dev.influx.lists.Spelling;
import dev.influx.runtime.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns the texts of values into what the records hold. */
final class Values {
  private final Map<Class<?>, Function<String, Object>> readers;

  /** Relative paths are taken from the directory. */
  Values(Path directory) {
    readers =
        Map.of(
            String.class, text -> text,
            int.class, text -> number(text, Integer::valueOf),
            Integer.class, text -> number(text, Integer::valueOf),
            short.class, text -> number(text, Short::valueOf),
            Duration.class, Values::duration,
            URI.class, Values::uri,
            Path.class, text -> path(directory, text),
            Secret.class, Secret::of,
            Config.Store.class, text -> constant(Config.Store.values(), text),
            Dialect.class, text -> constant(Dialect.values(), text));
  }

  /** Throws {@link UnusableValueException} for what cannot be read. */
  Object read(Key key, List<String> texts) {
    Function<String, Object> reader = text -> readers.get(key.type()).apply(text.strip());
    return switch (key.form()) {
      case LIST -> texts.stream().map(reader).toList();
      case OPTIONAL, SECRET ->
          texts.stream().filter(text -> !text.isBlank()).map(reader).findFirst();
      case REQUIRED, PROPERTIES -> reader.apply(texts.get(0));
    };
  }

  /** What a key holds that nobody set. */
  Object byDefault(Key key) {
    return key.byDefault().map(text -> read(key, key.split(text))).orElse(Optional.empty());
  }

  private static Object number(String text, Function<String, Object> reader) {
    try {
      return reader.apply(text);
    } catch (NumberFormatException e) {
      throw unusable(text, "write a whole number");
    }
  }

  private static Object duration(String text) {
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw unusable(text, Durations.FORM);
    }
  }

  private static Object uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new UnusableValueException(
          List.of(new Problem("", Checks.NO_WEB_ADDRESS, Checks.WEB_ADDRESS)));
    }
  }

  private static Object path(Path directory, String text) {
    try {
      if (!text.isEmpty()) {
        return directory.resolve(text);
      }
    } catch (InvalidPathException e) {
      throw unusable(text, "this system cannot have a file of that name: " + e.getReason());
    }
    throw unusable(text, "write the name of a file or directory");
  }

  private static Object constant(Enum<?>[] constants, String text) {
    List<String> names = Arrays.stream(constants).map(Values::name).toList();
    int index = names.indexOf(text.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw unusable(text, Spelling.suggest(text, names));
    }
    return constants[index];
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static UnusableValueException unusable(String text, String remedy) {
    return new UnusableValueException(List.of(new Problem("", "is " + quote(text), remedy)));
  }
}
