package io.gatehouse.application.mfa;

/** Base32 (RFC 4648 §6) without padding. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        for (var first = 0; first < bytes.length * Byte.SIZE; first += BITS) {
            var value = 0;
            for (var position = first; position < first + BITS; position++) {
                value = 2 * value + bit(bytes, position);
            }
            text.append(ALPHABET.charAt(value));
        }
        return text.toString();
    }

    /** @param text characters of the alphabet only */
    static byte[] decode(String text) {
        var bytes = new byte[text.length() * BITS / Byte.SIZE];
        for (var position = 0; position < bytes.length * Byte.SIZE; position++) {
            var value = ALPHABET.indexOf(text.charAt(position / BITS));
            var bit = bit(value, BITS, position % BITS);
            bytes[position / Byte.SIZE] |= (byte) (bit << (Byte.SIZE - 1 - position % Byte.SIZE));
        }
        return bytes;
    }

    /** @return 0 beyond the end */
    private static int bit(byte[] bytes, int position) {
        var index = position / Byte.SIZE;
        return index < bytes.length ? bit(bytes[index], Byte.SIZE, position % Byte.SIZE) : 0;
    }

    /** @param position 0 for the most significant of so many bits */
    private static int bit(int value, int bits, int position) {
        return (value >> (bits - 1 - position)) & 1;
    }
}
