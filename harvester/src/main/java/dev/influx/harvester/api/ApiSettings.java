package dev.influx.harvester.api;

import dev.influx.runtime.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How to reach the X API.
 *
 * @param tokenOrigin where the token was taken from, in words that a person can act on
 * @param allowHttp lets the token travel unencrypted beyond this machine: for a simulator in a
 *     private network
 * @param longestWait for limits, per request; beyond it the run stops
 */
public record ApiSettings(
    URI baseUrl,
    Secret token,
    String tokenOrigin,
    Dialect dialect,
    boolean allowHttp,
    Duration longestWait) {

  /** Long enough for a daily allowance to come back. */
  public static final Duration DEFAULT_LONGEST_WAIT = Duration.ofHours(25);

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

  public ApiSettings {
    requireAddress(baseUrl);
    requireEncryption(baseUrl, allowHttp);
    requireSendable(token, tokenOrigin);
  }

  /** The legacy dialect, encrypted except on this machine, waiting out any limit. */
  public static ApiSettings of(URI baseUrl, Secret token, String tokenOrigin) {
    return new ApiSettings(
        baseUrl, token, tokenOrigin, Dialect.LEGACY, false, DEFAULT_LONGEST_WAIT);
  }

  public ApiSettings withDialect(Dialect other) {
    return new ApiSettings(baseUrl, token, tokenOrigin, other, allowHttp, longestWait);
  }

  public ApiSettings withHttpAllowed() {
    return new ApiSettings(baseUrl, token, tokenOrigin, dialect, true, longestWait);
  }

  public ApiSettings withLongestWait(Duration other) {
    return new ApiSettings(baseUrl, token, tokenOrigin, dialect, allowHttp, other);
  }

  boolean encrypted() {
    return scheme(baseUrl).equals("https");
  }

  private static void requireAddress(URI baseUrl) {
    boolean web = scheme(baseUrl).matches("https?") && baseUrl.getHost() != null;
    boolean bare =
        baseUrl.getRawUserInfo() == null
            && baseUrl.getRawQuery() == null
            && baseUrl.getRawFragment() == null;
    if (!web || !bare) {
      throw refused(
          "the X API cannot be asked at the address given",
          "harvest.api.base_url is not https://HOST[:PORT][/PATH]",
          "set harvest.api.base_url to https://api.x.com");
    }
  }

  private static void requireEncryption(URI baseUrl, boolean allowHttp) {
    boolean here = LOOPBACK.matcher(baseUrl.getHost().toLowerCase(Locale.ROOT)).matches();
    if (scheme(baseUrl).equals("http") && !here && !allowHttp) {
      throw refused(
          "the X API is not asked at " + baseUrl,
          "http:// would show the token to everyone on the way",
          "use https://; a simulator elsewhere is asked with: influx harvest run --simulator URL");
    }
  }

  /** Checked here, because the HTTP client would name the value in its own complaint. */
  private static void requireSendable(Secret token, String tokenOrigin) {
    if (!token.reveal().chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw refused(
          "the bearer token from " + tokenOrigin + " cannot be sent",
          "it holds blanks, line ends or characters outside ASCII",
          "copy the token alone into " + tokenOrigin);
    }
  }

  private static String scheme(URI uri) {
    return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
  }

  private static UnableToAskException refused(String what, String why, String remedy) {
    return new UnableToAskException(new Answer.Stop(Answer.Stop.Kind.CONFIG, what, why, remedy));
  }
}
