package io.gatehouse.rest.request;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.core.request.ServerDrivenNegotiation;
import org.jspecify.annotations.Nullable;

/**
 * The media types that a client accepts (RFC 9110 §12.5.1).
 *
 * @param header null if the request has no such header
 */
public record Accept(@Nullable String header) {

    /**
     * @param offered the first is the default: if the client accepts none of them, or the header is absent or malformed
     * @return the type that the client prefers
     */
    public MediaType choose(List<MediaType> offered) {
        if (header == null) {
            return offered.getFirst();
        }
        var negotiation = new ServerDrivenNegotiation();
        try {
            negotiation.setAcceptHeaders(List.of(header.toLowerCase(Locale.ROOT)));
        } catch (BadRequestException | IndexOutOfBoundsException malformed) {
            return offered.getFirst();
        }
        var best = negotiation.getBestMatch(offered.stream()
                .map(notation -> new Variant(notation, (Locale) null, null))
                .toList());
        return best == null ? offered.getFirst() : best.getMediaType();
    }
}
