package io.gatehouse.rest.mfa.authenticator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Encodes black and white images as PNG (W3C Portable Network Graphics, third edition). Does without ImageIO, which would
 * load AWT.
 */
final class BlackAndWhitePng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final byte ONE_BIT = 1;
    private static final byte GREYSCALE = 0;

    /** The only method of compression, and the only set of filters, that the standard defines; and no interlacing. */
    private static final byte[] METHODS = {0, 0, 0};

    /** Bytes of a chunk besides its data: length, type and checksum, four each. */
    private static final int CHUNK_FRAME = 12;

    private BlackAndWhitePng() {}

    /** Whether a pixel is black. Columns count from the left, rows from the top, both from 0. */
    interface Pixels {
        boolean isBlack(int column, int row);
    }

    /** @param width, height in pixels, 1 or more */
    static byte[] encode(int width, int height, Pixels pixels) {
        var png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        png.writeBytes(chunk("IHDR", header(width, height)));
        png.writeBytes(chunk("IDAT", deflated(lines(width, height, pixels))));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(2 * Integer.BYTES + 2 + METHODS.length)
                .putInt(width)
                .putInt(height)
                .put(ONE_BIT)
                .put(GREYSCALE)
                .put(METHODS)
                .array();
    }

    /** Every row begins with the number of its filter, 0 for none. A bit is set for white; the highest one is leftmost. */
    private static byte[] lines(int width, int height, Pixels pixels) {
        var bytesPerLine = 1 + Math.ceilDiv(width, Byte.SIZE);
        var lines = new byte[height * bytesPerLine];
        for (var row = 0; row < height; row++) {
            for (var column = 0; column < width; column++) {
                if (!pixels.isBlack(column, row)) {
                    lines[row * bytesPerLine + 1 + column / Byte.SIZE] |= (byte) (0x80 >> column % Byte.SIZE);
                }
            }
        }
        return lines;
    }

    private static byte[] deflated(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            while (!deflater.finished()) {
                compressed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return compressed.toByteArray();
    }

    /** The checksum covers the type and the data. */
    private static byte[] chunk(String type, byte[] data) {
        var chunk = ByteBuffer.allocate(data.length + CHUNK_FRAME)
                .putInt(data.length)
                .put(type.getBytes(US_ASCII))
                .put(data);
        var checksum = new CRC32();
        checksum.update(chunk.array(), Integer.BYTES, type.length() + data.length);
        return chunk.putInt((int) checksum.getValue()).array();
    }
}
