package dev.influx.harvester.api;

import dev.influx.runtime.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How to reach the X API.
 *
 * @param tokenOrigin where the token was taken from, in words that a person can act on
 * @param allowHttp lets the token travel unencrypted beyond this machine: for a simulator in a
 *     private network
 * @param patience beyond it the run stops
 * @param use of what X allows
 * @param limits where it is noted which of them are used up; nothing where nobody shall know after
 *     a restart
 */
public record ApiSettings(
    URI baseUrl,
    Secret token,
    String tokenOrigin,
    Dialect dialect,
    boolean allowHttp,
    Patience patience,
    LimitUse use,
    Optional<Path> limits) {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

  /**
   * How long to wait for X.
   *
   * @param forLimits per request
   * @param inSilence while no request at all is answered; nothing means for ever
   */
  public record Patience(Duration forLimits, Optional<Duration> inSilence) {

    /** Long enough for a daily allowance to come back, and for any outage. */
    public static final Patience DEFAULT = new Patience(Duration.ofHours(25), Optional.empty());

    private static final Duration OF_ONE_RUN = Duration.ofMinutes(10);

    private Patience forOneRun() {
      return inSilence.isPresent() ? this : new Patience(forLimits, Optional.of(OF_ONE_RUN));
    }
  }

  public ApiSettings {
    requireAddress(baseUrl);
    requireEncryption(baseUrl, allowHttp);
    requireSendable(token, tokenOrigin);
  }

  /** The legacy dialect, encrypted except on this machine, waiting out any limit. */
  public static ApiSettings of(URI baseUrl, Secret token, String tokenOrigin) {
    return new ApiSettings(
        baseUrl,
        token,
        tokenOrigin,
        Dialect.LEGACY,
        false,
        Patience.DEFAULT,
        LimitUse.DEFAULT,
        Optional.empty());
  }

  public ApiSettings withDialect(Dialect other) {
    return new ApiSettings(baseUrl, token, tokenOrigin, other, allowHttp, patience, use, limits);
  }

  public ApiSettings withHttpAllowed() {
    return new ApiSettings(baseUrl, token, tokenOrigin, dialect, true, patience, use, limits);
  }

  public ApiSettings withLongestWait(Duration other) {
    return with(new Patience(other, patience.inSilence()));
  }

  /** Gives up when nothing at all is answered for so long. */
  public ApiSettings withLongestSilence(Duration other) {
    return with(new Patience(patience.forLimits(), Optional.of(other)));
  }

  /** For a run that somebody waits for: an outage ends it, unless it was said when. */
  public ApiSettings forOneRun() {
    return with(patience.forOneRun());
  }

  public ApiSettings withUse(LimitUse other) {
    return new ApiSettings(
        baseUrl, token, tokenOrigin, dialect, allowHttp, patience, other, limits);
  }

  private ApiSettings with(Patience other) {
    return new ApiSettings(baseUrl, token, tokenOrigin, dialect, allowHttp, other, use, limits);
  }

  Duration longestWait() {
    return patience.forLimits();
  }

  public ApiSettings withLimitsNotedIn(Path file) {
    return new ApiSettings(
        baseUrl, token, tokenOrigin, dialect, allowHttp, patience, use, Optional.of(file));
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
