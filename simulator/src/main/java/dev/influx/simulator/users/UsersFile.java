package dev.influx.simulator.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.influx.simulator.population.Population;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of users: one JSON object a line, in X's own shape and either dialect, and in {@code _sim}
 * what X would not tell: the domain, the kind, and the status.
 */
public final class UsersFile {

  /** They are held in memory, at some kilobytes each; a larger population is a world's. */
  public static final int MOST_USERS = 50_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final List<String> problems = new ArrayList<>();
  private final List<FileUsers.Entry> entries = new ArrayList<>();
  private int line;

  private UsersFile(Path file) {
    this.file = file;
  }

  /** Reads a whole file; all that is wrong with it comes as one exception. */
  public static Population read(Path file) {
    UsersFile reading = new UsersFile(file);
    reading.readLines();
    if (reading.problems.isEmpty()) {
      reading.problems.addAll(Holders.problems(reading.entries));
    }
    if (!reading.problems.isEmpty()) {
      throw new UnreadableUsersException(file.toString(), reading.problems);
    }
    return new FileUsers(reading.entries);
  }

  private void readLines() {
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      for (String text = lines.readLine(); text != null && fits(); text = lines.readLine()) {
        line++;
        readLine(text);
      }
    } catch (NoSuchFileException e) {
      problems.add("there is no such file");
    } catch (CharacterCodingException e) {
      problems.add("not UTF-8, somewhere after line " + line);
    } catch (IOException e) {
      problems.add("unreadable after line " + line + ": " + e.getMessage());
    }
    if (entries.isEmpty() && problems.isEmpty()) {
      problems.add("there are no users in it");
    }
  }

  private boolean fits() {
    if (entries.size() < MOST_USERS) {
      return true;
    }
    problems.add("line " + (line + 1) + ": more than " + MOST_USERS + " users");
    return false;
  }

  private void readLine(String text) {
    if (text.isBlank()) {
      return;
    }
    try {
      JsonNode user = JSON.readTree(text);
      List<String> wrong = UserShape.problems(user);
      wrong = wrong.isEmpty() ? Fate.problems(user) : wrong;
      wrong.forEach(this::problem);
      if (wrong.isEmpty()) {
        entries.add(new FileUsers.Entry(line, (ObjectNode) user, Fate.life(user)));
      }
    } catch (MismatchedInputException e) {
      problem("more than one JSON value");
    } catch (JsonProcessingException e) {
      problem("no JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  private void problem(String what) {
    problems.add("line " + line + ": " + what);
  }
}
