package io.gatehouse.messaging.sms;

import java.util.regex.Pattern;

/** The GSM 7-bit default alphabet of SMS, with its extension table (3GPP TS 23.038, section 6.2.1). */
final class Gsm7 {

    private static final Pattern ENCODABLE =
            Pattern.compile("[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,\\-./0-9:;<=>?"
                    + "¡A-ZÄÖÑÜ§¿a-zäöñüà\f^{}\\\\\\[~\\]|€]*");

    private Gsm7() {}

    static boolean canEncode(String text) {
        return ENCODABLE.matcher(text).matches();
    }
}
