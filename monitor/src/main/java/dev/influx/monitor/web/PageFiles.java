package dev.influx.monitor.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, from the class path; each is read once. */
final class PageFiles {
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");
  private static final int TAG_LENGTH = 16;
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "json", "application/json",
          "woff2", "font/woff2");

  private final String folder;
  private final Map<String, Answer> known = new ConcurrentHashMap<>();

  /**
   * Files of a folder.
   *
   * @param folder on the class path, with a slash before and none behind
   */
  PageFiles(String folder) {
    this.folder = folder;
  }

  /** Whoever has a file already is told so. */
  Answer answer(Question question) {
    String path = question.path().equals("/") ? "/index.html" : question.path();
    return find(path)
        .map(file -> unlessKnown(file, question))
        .orElseGet(() -> Answer.notFound(question.path()));
  }

  private static Answer unlessKnown(Answer file, Question question) {
    return question.header("if-none-match").equals(Optional.of(file.headers().get("ETag")))
        ? Answer.empty(Answer.NOT_MODIFIED, file.type(), file.headers())
        : file;
  }

  private Optional<Answer> find(String path) {
    Answer file = known.get(path);
    if (file != null || !PATH.matcher(path).matches()) {
      return Optional.ofNullable(file);
    }
    Optional<Answer> read = read(path);
    read.ifPresent(it -> known.put(path, it));
    return read;
  }

  private Optional<Answer> read(String path) {
    try (InputStream in = PageFiles.class.getResourceAsStream(folder + path)) {
      return in == null ? Optional.empty() : Optional.of(file(path, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("unable to read " + path + " of the page", e);
    }
  }

  private static Answer file(String path, byte[] bytes) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return Answer.of(
        Answer.OK,
        TYPES.getOrDefault(ending, "text/plain; charset=utf-8"),
        ByteBuffer.wrap(bytes).asReadOnlyBuffer(),
        Map.of("ETag", tag(bytes), "Cache-Control", "no-cache"));
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
