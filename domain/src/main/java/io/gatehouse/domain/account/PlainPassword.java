package io.gatehouse.domain.account;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Text;
import java.nio.charset.StandardCharsets;

/** A password as typed. Lives as long as its request, and shows itself to nobody. */
public record PlainPassword(String value) {

    /** Bytes of UTF-8, so that a hash costs the same bounded effort whatever the script. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 256;

    /** @throws RefusedException with {@code InvalidArgument} */
    public static PlainPassword parse(String name, String typed) {
        var bytes = Text.storable(name, typed).getBytes(StandardCharsets.UTF_8).length;
        if (bytes < SHORTEST || bytes > LONGEST) {
            throw Text.invalid(name, "must be between " + SHORTEST + " and " + LONGEST + " bytes long");
        }
        return new PlainPassword(typed);
    }

    @Override
    public String toString() {
        return "PlainPassword[hidden]";
    }
}
