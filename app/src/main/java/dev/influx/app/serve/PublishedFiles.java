package dev.influx.app.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Published lists, manifests and snapshots as they are at that moment. What else is in the
 * directory has no address.
 */
final class PublishedFiles {
  /** Names that influx gives to what it publishes; none of them leads anywhere else. */
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "/(latest\\.jsonl|latest\\.jsonl\\.gz|manifest\\.json"
              + "|snapshots/\\d{4}-\\d{2}-\\d{2}T\\d{6}Z-[0-9a-f]{8}"
              + "/(authors\\.jsonl\\.gz|changes\\.jsonl\\.gz|manifest\\.json|SHA256SUMS))");

  private final Path data;

  PublishedFiles(Path data) {
    this.data = data;
  }

  Reply reply(Request request) throws IOException {
    if (!request.reads()) {
      return Reply.bare(Reply.NOT_ALLOWED, Map.of("Allow", "GET, HEAD"));
    }
    Optional<OpenFile> found = open(request.path());
    if (found.isEmpty()) {
      return Reply.bare(Reply.NOT_FOUND, Map.of());
    }
    Reply reply = reply(found.get(), request);
    if (reply.content().isEmpty()) {
      found.get().close();
    }
    return reply;
  }

  private Optional<OpenFile> open(String name) throws IOException {
    if (name == null || !PUBLISHED.matcher(name).matches()) {
      return Optional.empty();
    }
    Path file = data.resolve(name.substring(1));
    return isBelow(file) ? OpenFile.at(file) : Optional.empty();
  }

  /** Not through a link that somebody put in the place of a directory. */
  private boolean isBelow(Path file) throws IOException {
    Path parent = file.getParent();
    return parent.toFile().isDirectory()
        && parent.toRealPath().equals(data.toRealPath().resolve(data.relativize(parent)));
  }

  private static Reply reply(OpenFile file, Request request) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", file.tag());
    headers.put("Cache-Control", "no-cache");
    if (isKnown(file, request)) {
      return Reply.bare(Reply.NOT_MODIFIED, headers);
    }
    headers.put("Accept-Ranges", "bytes");
    headers.put("Content-Type", type(request.path()));
    Optional<ByteRange> part = range(file, request);
    if (part.filter(ByteRange::isEmpty).isPresent()) {
      headers.put("Content-Range", "bytes */" + file.size());
      return Reply.bare(Reply.NOT_SATISFIABLE, headers);
    }
    part.ifPresent(range -> headers.put("Content-Range", range.of(file.size())));
    ByteRange range = part.orElseGet(() -> ByteRange.whole(file.size()));
    headers.put("Content-Length", Long.toString(range.length()));
    return new Reply(
        part.isPresent() ? Reply.PARTIAL : Reply.OK,
        headers,
        Optional.of(new Reply.Part(file, range)).filter(content -> !request.isHead()));
  }

  private static boolean isKnown(OpenFile file, Request request) {
    return Arrays.stream(request.header("if-none-match").orElse("").split(",", -1))
        .map(tag -> tag.strip().replaceFirst("^W/", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(file.tag()));
  }

  /** Of another file than the one that was begun with, the rest is of no use. */
  private static Optional<ByteRange> range(OpenFile file, Request request) {
    boolean same = request.header("if-range").map(it -> it.equals(file.tag())).orElse(true);
    return request
        .header("range")
        .filter(header -> same && !request.isHead())
        .flatMap(header -> ByteRange.parse(header, file.size()));
  }

  private static String type(String name) {
    if (name.endsWith(".gz")) {
      return "application/gzip";
    }
    if (name.endsWith(".jsonl")) {
      return "application/x-ndjson";
    }
    return name.endsWith(".json") ? "application/json" : "text/plain; charset=utf-8";
  }
}
