package io.gatehouse.rest.gate;

import io.gatehouse.domain.Refusal.BodyTooLarge;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.io.IOException;

/** Reads request bodies of limited size. */
final class RequestBody {

    /** Bytes: 12 MiB, as the API documents for a whole request. */
    static final int MAX_BYTES = 12_582_912;

    private RequestBody() {}

    /** @throws RefusedException with {@link BodyTooLarge}, before reading if {@code Content-Length} is too large */
    static byte[] read(RawRequest rawRequest) {
        var announced = rawRequest.header("Content-Length");
        refuseIfTooLarge(announced == null ? 0 : Long.parseLong(announced));
        try {
            var body = rawRequest.body().get().readNBytes(MAX_BYTES + 1);
            refuseIfTooLarge(body.length);
            return body;
        } catch (IOException incomplete) {
            throw TextRules.invalid("body", "must be complete");
        }
    }

    private static void refuseIfTooLarge(long length) {
        if (length > MAX_BYTES) {
            throw new RefusedException(new BodyTooLarge(MAX_BYTES));
        }
    }
}
