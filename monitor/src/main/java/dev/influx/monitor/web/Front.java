package dev.influx.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads questions and writes answers. */
final class Front extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final int LONGEST_BODY = 4 << 10;
  private static final int CHUNK = 64 << 10;
  private static final String FILES = "/dev/influx/monitor/page";

  private final Doorman doorman;
  private final Site site;
  private final EventStream events;
  private final PageFiles files = new PageFiles(FILES);

  Front(Doorman doorman, Site site, EventStream events) {
    this.doorman = doorman;
    this.site = site;
    this.events = events;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    SafeHeaders.put(response.getHeaders());
    Answer answer;
    try {
      Question question = question(request);
      Optional<Answer> refusal = doorman.refusal(question);
      if (refusal.isEmpty() && question.path().equals("/events")) {
        follow(response, callback);
        return true;
      }
      // a body is read of those only who may have an answer
      answer = refusal.isPresent() ? refusal.get() : answer(question.withBody(body(request)));
    } catch (UnreadableException e) {
      answer = e.answer();
    }
    write(answer, response, callback);
    return true;
  }

  private Answer answer(Question question) {
    try {
      Answer known = site.answer(question);
      return known.status() == Answer.NOT_FOUND && !Doorman.isData(question)
          ? files.answer(question)
          : known;
    } catch (RuntimeException e) {
      LOG.warn("{} could not be answered", question.path(), e);
      return Answer.failure(Answer.FAILED, "this could not be answered", e.getMessage(), null);
    }
  }

  private static Question question(Request request) throws UnreadableException {
    try {
      Map<String, String> query = new HashMap<>();
      for (Fields.Field field : Request.extractQueryParameters(request)) {
        query.put(field.getName(), field.getValue());
      }
      Map<String, String> headers = new HashMap<>();
      for (HttpField field : request.getHeaders()) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        headers.merge(name, String.valueOf(field.getValue()), (a, b) -> a + ", " + b);
      }
      return new Question(
          request.getMethod(), Request.getPathInContext(request), query, headers, "");
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Only short ones of which the length is told: whoever sends slowly is no concern of ours. */
  private static String body(Request request) throws UnreadableException {
    if (!request.getMethod().equals("POST")) {
      return "";
    }
    long length = request.getLength();
    if (length < 0 || length > LONGEST_BODY) {
      throw new UnreadableException(
          Answer.failure(
              Answer.TOO_LARGE, "the request cannot be read", "its body is too long", null),
          null);
    }
    try {
      return Content.Source.asString(request, UTF_8);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static UnreadableException unreadable(Exception cause) {
    return new UnreadableException(
        Answer.failure(Answer.BAD_REQUEST, "the request cannot be read", null, null), cause);
  }

  private void follow(Response response, Callback callback) {
    EventClient client = new EventClient(response, callback, events::leave);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (!events.join(client)) {
      response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
      write(
          Answer.failure(
                  Answer.UNAVAILABLE,
                  "there is no room for another client",
                  events.mostClients() + " follow the events already",
                  "close one, or try again later")
              .with("Retry-After", "10"),
          response,
          callback);
    }
  }

  private static void write(Answer answer, Response response, Callback callback) {
    response.setStatus(answer.status());
    if (answer.status() >= Answer.BAD_REQUEST) {
      // what was not read of a request is not waited for
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    if (answer.status() != Answer.NOT_MODIFIED) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
    }
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    answer
        .file()
        .ifPresentOrElse(
            part -> send(part, response, callback),
            () -> response.write(true, answer.body().duplicate(), callback));
  }

  /** As fast as the client takes it; no thread waits for that. */
  private static void send(FilePart part, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, part.length());
    ByteBufferPool buffers = response.getRequest().getComponents().getByteBufferPool();
    Content.copy(
        Content.Source.from(
            new ByteBufferPool.Sized(buffers, true, CHUNK),
            part.channel(),
            part.from(),
            part.length()),
        response,
        Callback.from(callback, () -> close(part)));
  }

  private static void close(FilePart part) {
    try {
      part.channel().close();
    } catch (IOException e) {
      LOG.debug("a file that was sent could not be closed", e);
    }
  }

  /** A request of which nobody can make a question. */
  private static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Answer answer;

    UnreadableException(Answer answer, Exception cause) {
      super(cause);
      this.answer = answer;
    }

    Answer answer() {
      return answer;
    }
  }
}
