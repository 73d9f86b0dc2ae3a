package dev.influx.app.page;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A tab of a browser, with all that it complained of and asked for since it was opened. */
public final class Tab implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DevTools devTools;
  private final String session;
  private final String context;
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private Tab(DevTools devTools, String session, String context) {
    this.devTools = devTools;
    this.session = session;
    this.context = context;
  }

  static Tab open(DevTools devTools, String session, String context, String url, Look look) {
    Tab tab = new Tab(devTools, session, context);
    devTools.listen(tab::note);
    List.of("Page.enable", "Runtime.enable", "Log.enable", "Network.enable")
        .forEach(method -> tab.call(method, Map.of()));
    tab.look(look);
    tab.call("Page.navigate", Map.of("url", url));
    tab.awaitLoaded(url);
    return tab;
  }

  /** A page that goes takes the place with it where expressions were evaluated. */
  private void awaitLoaded(String url) {
    String there = "document.readyState === 'complete' && location.href === " + quoted(url);
    await(url).atMost(PATIENCE).ignoreExceptions().until(() -> evaluate(there).asBoolean());
  }

  private void note(JsonNode event) {
    if (!session.equals(event.path("sessionId").asText())) {
      return;
    }
    JsonNode params = event.path("params");
    switch (event.path("method").asText()) {
      case "Network.requestWillBeSent" -> requests.add(params.at("/request/url").asText());
      case "Network.webSocketCreated" -> requests.add(params.path("url").asText());
      case "Runtime.exceptionThrown" -> errors.add(params.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> complaint(params.path("type").asText(), params);
      case "Log.entryAdded" -> complaint(params.at("/entry/level").asText(), params);
      default -> {}
    }
  }

  private void complaint(String level, JsonNode params) {
    if (List.of("error", "assert", "warning").contains(level)) {
      errors.add(params.toString());
    }
  }

  public void look(Look look) {
    call("Emulation.setDeviceMetricsOverride", look.metrics());
    call("Emulation.setEmulatedMedia", look.media());
  }

  /** What an expression comes to, also one that promises to. */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  public void awaitTrue(String expression) {
    await(expression).atMost(PATIENCE).until(() -> evaluate(expression).asBoolean());
  }

  /** The text of the first element that a selector finds; empty if it finds none. */
  public String text(String selector) {
    return evaluate("document.querySelector(" + quoted(selector) + ")?.innerText ?? ''").asText();
  }

  public void awaitText(String selector, String part) {
    await(selector + " says " + part)
        .atMost(PATIENCE)
        .until(() -> text(selector), text -> text.contains(part));
  }

  public void click(String selector) {
    evaluate("document.querySelector(" + quoted(selector) + ").click()");
  }

  /** Presses a key as a person does; one letter, or a name such as Enter. */
  public void press(String key) {
    Map<String, Object> event = new HashMap<>(Map.of("type", "keyDown", "key", key));
    if (key.equals("Enter")) {
      event.putAll(Map.of("windowsVirtualKeyCode", 13, "code", "Enter", "text", "\r"));
    } else if (key.equals("Escape")) {
      event.putAll(Map.of("windowsVirtualKeyCode", 27, "code", "Escape"));
    } else {
      event.put("text", key);
    }
    call("Input.dispatchKeyEvent", event);
    call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
  }

  /** Types into whatever has the focus. */
  public void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /** The page as a PNG: what is in view, or down to its end. */
  public byte[] screenshot(boolean whole) {
    JsonNode size = call("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
    Map<String, Object> clip =
        Map.of(
            "x", 0, "y", 0, "width", size.path("width"), "height", size.path("height"), "scale", 1);
    Map<String, Object> params =
        whole ? Map.of("captureBeyondViewport", true, "clip", clip) : Map.of();
    return Base64.getDecoder().decode(call("Page.captureScreenshot", params).path("data").asText());
  }

  /** Errors and warnings of the console, exceptions that nobody caught, and refused contents. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  public List<String> requests() {
    return List.copyOf(requests);
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private JsonNode call(String method, Map<String, ?> params) {
    return devTools.call(session, method, params);
  }

  @Override
  public void close() {
    devTools.call("Target.disposeBrowserContext", Map.of("browserContextId", context));
  }
}
