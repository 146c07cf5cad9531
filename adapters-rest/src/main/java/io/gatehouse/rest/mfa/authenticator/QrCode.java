package io.gatehouse.rest.mfa.authenticator;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A QR code (ISO/IEC 18004), dark on light. */
final class QrCode {

    /** Bytes that fit at error correction level M, which recovers 15 % losses. Level L recovers 7 % and fits 2953. */
    private static final int FIT_AT_M = 2331;

    /** Pixels. */
    private static final int SMALLEST_IMAGE = 256;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /**
     * @param text in ASCII
     * @throws IllegalArgumentException for more than 2953 characters, the most that fit
     */
    static QrCode of(String text) {
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints(text)));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters", tooLong);
        }
    }

    /** The standard requires a margin of four light modules. */
    private static Map<EncodeHintType, ?> hints(String text) {
        var level = text.length() > FIT_AT_M ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
        return Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.ERROR_CORRECTION, level);
    }

    /** At least 256 pixels wide, every module a square of whole pixels. */
    byte[] png() {
        var scale = Math.ceilDiv(SMALLEST_IMAGE, modules.getWidth());
        var size = modules.getWidth() * scale;
        return BlackAndWhitePng.encode(size, size, (column, row) -> modules.get(column / scale, row / scale));
    }

    /** A scalable image: one path of bars, each a run of dark modules in a row. */
    String svg() {
        var size = modules.getWidth();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""
                + bars() + "\"/></svg>";
    }

    private String bars() {
        return IntStream.range(0, modules.getHeight())
                .boxed()
                .flatMap(this::barsOfRow)
                .collect(Collectors.joining());
    }

    private Stream<String> barsOfRow(int y) {
        return IntStream.range(0, modules.getWidth())
                .filter(x -> modules.get(x, y) && !modules.get(x - 1, y))
                .mapToObj(x -> bar(x, y));
    }

    /** Every bar ends before the right edge, because of the light margin. */
    private String bar(int x, int y) {
        var end = x;
        while (modules.get(end, y)) {
            end++;
        }
        var length = end - x;
        return "M" + x + " " + y + "h" + length + "v1h-" + length + "z";
    }
}
