package dev.influx.monitor.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is said to requests that cannot even be read: the status, and nothing of the request. */
final class PlainErrors extends ErrorHandler {
  PlainErrors() {
    setShowStacks(false);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    SafeHeaders.put(response.getHeaders());
    Answer answer =
        Answer.failure(response.getStatus(), "the request could not be answered", null, null);
    response.write(true, ByteBuffer.wrap(answer.body().array()), callback);
    return true;
  }
}
