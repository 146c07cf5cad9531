package io.gatehouse.rest.mfa.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The images are read back by ImageIO, which checks the structure and the checksums. */
class BlackAndWhitePngTest {

    private static final int BLACK = 0xFF000000;

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 3", "8, 8", "9, 2", "1, 300", "300, 1", "531, 257", "2000, 1999"})
    void every_pixel_is_read_back(int width, int height) throws IOException {
        var pixels = randomPixels(width, height);
        var image = read(BlackAndWhitePng.encode(width, height, (column, row) -> pixels[row][column]));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(pixelsOf(image)).isDeepEqualTo(pixels);
    }

    @Test
    void an_image_has_one_bit_per_pixel() throws IOException {
        var image = read(BlackAndWhitePng.encode(8, 8, (column, row) -> column == row));
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
    }

    private static boolean[][] randomPixels(int width, int height) {
        var random = new Random(width * 10_000L + height);
        var pixels = new boolean[height][width];
        for (var row : pixels) {
            for (var column = 0; column < width; column++) {
                row[column] = random.nextBoolean();
            }
        }
        return pixels;
    }

    private static boolean[][] pixelsOf(BufferedImage image) {
        var pixels = new boolean[image.getHeight()][image.getWidth()];
        for (var row = 0; row < image.getHeight(); row++) {
            for (var column = 0; column < image.getWidth(); column++) {
                pixels[row][column] = image.getRGB(column, row) == BLACK;
            }
        }
        return pixels;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
