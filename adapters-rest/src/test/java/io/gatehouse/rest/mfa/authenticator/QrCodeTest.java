package io.gatehouse.rest.mfa.authenticator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The images are decoded by a QR code library. */
class QrCodeTest {

    private static final String URI =
            "otpauth://totp/Demo%3Aalice%40example.com?issuer=Demo&secret=" + "JBSWY3DPEHPK3PXP".repeat(6) + "ABCDEFG";

    private static final MfaTypeBody BODY = new MfaTypeBody("JBSWY3DPEHPK3PXP", URI);

    private static final int LIGHT = 0xFFFFFFFF;

    /** Width in modules of the quiet zone that the standard requires on each side. */
    private static final int QUIET = 4;

    @Test
    void the_png_image_can_be_decoded() throws Exception {
        assertThat(scanned(png(URI))).isEqualTo(URI);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 180, 700, 2_331, 2_332, 2_953})
    void a_png_image_is_at_least_256_pixels_wide_and_has_a_quiet_zone(int length) throws Exception {
        var image = png("x".repeat(length));
        assertThat(image.getWidth()).isGreaterThanOrEqualTo(256).isEqualTo(image.getHeight());
        var module = firstDark(image) / QUIET;
        assertThat(firstDark(image)).isEqualTo(module * QUIET);
        assertThat(image.getWidth() % module).isZero();
        assertThat(scanned(image)).isEqualTo("x".repeat(length));
    }

    private static int firstDark(BufferedImage image) {
        var at = 0;
        while (image.getRGB(at, at) == LIGHT) {
            at++;
        }
        return at;
    }

    @Test
    void the_svg_image_can_be_decoded_and_is_one_path_on_white() throws Exception {
        var svg = QrCode.of(URI).svg();
        assertThat(svg).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"").containsOnlyOnce("<path");
        assertThat(new Decoder().decode(drawn(svg)).getText()).isEqualTo(URI);
    }

    @Test
    void the_error_correction_level_is_m() throws FormatException, ChecksumException {
        assertThat(correctionOf(URI)).isEqualTo("M");
        assertThat(correctionOf("x".repeat(2_331))).isEqualTo("M");
    }

    @Test
    void the_error_correction_level_is_l_for_longer_texts() throws FormatException, ChecksumException {
        assertThat(correctionOf("x".repeat(2_332))).isEqualTo("L");
    }

    @Test
    void too_long_a_text_is_refused_without_being_quoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrCode.of("x".repeat(2_954)))
                .withMessage("a text of 2954 characters");
    }

    @Test
    void the_media_type_selects_png_or_svg() throws Exception {
        assertThat(written("image/png")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(new String(written("image/svg+xml"), UTF_8))
                .startsWith("<svg")
                .contains("</svg>");
    }

    @Test
    void the_text_of_the_body_hides_the_secret() {
        assertThat(BODY.toString()).doesNotContain("JBSW");
    }

    private static String correctionOf(String text) throws FormatException, ChecksumException {
        return new Decoder().decode(drawn(QrCode.of(text).svg())).getECLevel();
    }

    private static byte[] written(String notation) throws IOException {
        var stream = new ByteArrayOutputStream();
        new QrCodeWriter()
                .writeTo(
                        BODY,
                        MfaTypeBody.class,
                        MfaTypeBody.class,
                        new Annotation[0],
                        MediaType.valueOf(notation),
                        new MultivaluedHashMap<>(),
                        stream);
        return stream.toByteArray();
    }

    private static BufferedImage png(String text) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(QrCode.of(text).png()));
    }

    private static String scanned(BufferedImage image) throws NotFoundException, ChecksumException, FormatException {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    /** @return the modules without the quiet zone */
    private static BitMatrix drawn(String svg) {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        var modules = new BitMatrix(Integer.parseInt(box.group(1)) - 2 * QUIET);
        var bars = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(svg);
        while (bars.find()) {
            var left = Integer.parseInt(bars.group(1)) - QUIET;
            modules.setRegion(left, Integer.parseInt(bars.group(2)) - QUIET, Integer.parseInt(bars.group(3)), 1);
        }
        return modules;
    }
}
