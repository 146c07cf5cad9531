package io.gatehouse.messaging.sms;

import java.util.regex.Pattern;

/** The alphabet of plain SMS (3GPP TS 23.038, section 6.2.1, with its extension table). */
final class Gsm7 {

    private static final Pattern SPELLED =
            Pattern.compile("[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\\-./0-9:;<=>?"
                    + "¡A-ZÄÖÑÜ§¿a-zäöñüà\f^{}\\\\\\[~\\]|€]*");

    private Gsm7() {}

    static boolean canEncode(String text) {
        return SPELLED.matcher(text).matches();
    }
}
