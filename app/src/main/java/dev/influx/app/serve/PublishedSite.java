package dev.influx.app.serve;

import dev.influx.monitor.web.Answer;
import dev.influx.monitor.web.FilePart;
import dev.influx.monitor.web.Question;
import dev.influx.monitor.web.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What was published, at the address of the monitor. */
public final class PublishedSite implements Site {
  private static final String TYPE = "Content-Type";

  private final PublishedFiles files;

  /** Of a data directory, whether or not there is anything in it yet. */
  public PublishedSite(Path data) {
    this.files = new PublishedFiles(data);
  }

  @Override
  public Answer answer(Question question) {
    try {
      Reply reply = files.reply(new Request(question.method(), question.path(), question::header));
      return reply.status() == Reply.NOT_FOUND
          ? Answer.failure(Reply.NOT_FOUND, "there is no " + question.path(), null, null)
          : answer(reply);
    } catch (IOException e) {
      throw new UncheckedIOException(question.path() + " cannot be read", e);
    }
  }

  private static Answer answer(Reply reply) {
    Map<String, String> headers = new HashMap<>(reply.headers());
    String type = headers.getOrDefault(TYPE, "text/plain; charset=utf-8");
    headers.remove(TYPE);
    return reply
        .content()
        .map(
            it ->
                Answer.of(
                    reply.status(),
                    type,
                    new FilePart(it.file().channel(), it.range().from(), it.range().length()),
                    headers))
        .orElseGet(() -> Answer.empty(reply.status(), type, headers));
  }
}
