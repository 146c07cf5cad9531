package io.gatehouse.rest.parameter;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Parses {@code application/x-www-form-urlencoded} bodies and query strings. */
final class Form {

    private Form() {}

    /** @param encoded one character per byte */
    static Parameters parse(String encoded) throws CharacterCodingException {
        var formFields = new FormFields();
        for (var pair : encoded.split("&", FormFields.MAX_FIELDS + 1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                formFields.add(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return formFields.toParameters();
    }

    /** Unlike {@code java.net.URLDecoder}, rejects malformed UTF-8 and keeps a lone percent sign. */
    private static String decode(String encoded) throws CharacterCodingException {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (var i = 0; i < encoded.length(); i++) {
            var c = encoded.charAt(i);
            if (c == '%' && isHex(encoded, i + 1) && isHex(encoded, i + 2)) {
                bytes.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static boolean isHex(String encoded, int at) {
        return at < encoded.length() && Character.digit(encoded.charAt(at), 16) >= 0;
    }

    /** @throws CharacterCodingException unless the bytes are UTF-8 throughout */
    static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
