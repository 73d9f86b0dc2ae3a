package dev.influx.app.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** What a tab looked like. */
public final class Picture {
  private static final Path ROOT = Path.of(System.getProperty("influx.root"));

  private final byte[] png;
  private final BufferedImage image;

  private Picture(byte[] png, BufferedImage image) {
    this.png = png.clone();
    this.image = image;
  }

  public static Picture of(byte[] png) throws IOException {
    return new Picture(png, ImageIO.read(new ByteArrayInputStream(png)));
  }

  /** Among the pictures of the documentation, or among what the build leaves behind. */
  public void write(String name, boolean forDocs) throws IOException {
    Path directory =
        Files.createDirectories(ROOT.resolve(forDocs ? "docs/images" : "app/target/images"));
    Files.write(directory.resolve(name + ".png"), png);
  }

  public int width() {
    return image.getWidth();
  }

  /** Of what is in the middle, 0 for black to 1 for white. */
  public double brightness() {
    long sum = 0;
    int row = image.getHeight() / 2;
    for (int x = 0; x < image.getWidth(); x++) {
      int rgb = image.getRGB(x, row);
      sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
    }
    return sum / (3 * 255.0 * image.getWidth());
  }
}
