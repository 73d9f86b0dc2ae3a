package dev.influx.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.influx.schemas.published.Sha256Hex;
import dev.influx.sink.snapshot.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What a reader finds in a directory that a sink publishes in. */
record Published(Path directory) {
  private static final JsonMapper JSON = new JsonMapper();

  byte[] bytes() {
    try {
      return Files.readAllBytes(directory.resolve("latest.jsonl"));
    } catch (NoSuchFileException e) {
      return new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> lines() {
    return new String(bytes(), StandardCharsets.UTF_8).lines().map(Published::parse).toList();
  }

  List<String> ids() {
    return lines().stream().map(line -> line.get("id").textValue()).toList();
  }

  Manifest manifest() {
    try {
      return Manifest.read(Files.readAllBytes(directory.resolve("manifest.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String sha256() {
    return Sha256Hex.of(bytes());
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("not a line of JSON: " + line, e);
    }
  }
}
