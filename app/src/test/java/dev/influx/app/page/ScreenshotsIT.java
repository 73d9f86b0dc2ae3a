package dev.influx.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * The page as it looks, in both themes. With {@code -Dinflux.images=write} the pictures of the
 * documentation are taken anew.
 */
@WithBrowser
class ScreenshotsIT {
  private static final Path ROOT = Path.of(System.getProperty("influx.root"));
  private static final Look DESK = new Look(1440, 1120, false, 1);
  private static final Look PHONE = new Look(390, 844, false, 2);

  @Test
  void thePageHasALightAndADarkTheme(Browser browser) throws IOException {
    try (TestingMonitor monitor = TestingMonitor.start()) {
      BufferedImage light = picture(browser, monitor, DESK, "page-light.png");
      BufferedImage dark = picture(browser, monitor, DESK.inTheDark(), "page-dark.png");
      assertThat(brightness(light)).isGreaterThan(0.8);
      assertThat(brightness(dark)).isLessThan(0.2);
      BufferedImage phone = picture(browser, monitor, PHONE, "page-phone-light.png");
      assertThat(phone.getWidth()).isEqualTo(PHONE.width() * PHONE.scale());
      picture(browser, monitor, PHONE.inTheDark(), "page-phone-dark.png");
    }
  }

  private static BufferedImage picture(
      Browser browser, TestingMonitor monitor, Look look, String name) throws IOException {
    PageView page = PageView.open(browser, monitor.url(), look);
    page.tab().awaitTrue("document.querySelector('#lag-chart canvas') !== null");
    page.tab().evaluate("document.fonts.ready.then(() => true)");
    byte[] png = page.tab().screenshot(false);
    page.assertNothingWasComplainedOf();
    page.tab().close();
    Files.createDirectories(directory());
    Files.write(directory().resolve(name), png);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static Path directory() {
    return System.getProperty("influx.images", "").equals("write")
        ? ROOT.resolve("docs/images")
        : ROOT.resolve("app/target/images");
  }

  /** Of what is in the middle, 0 for black to 1 for white. */
  private static double brightness(BufferedImage image) {
    long sum = 0;
    int row = image.getHeight() / 2;
    for (int x = 0; x < image.getWidth(); x++) {
      int rgb = image.getRGB(x, row);
      sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
    }
    return sum / (3 * 255.0 * image.getWidth());
  }
}
