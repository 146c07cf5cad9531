package io.gatehouse.rest.request;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.core.request.ServerDrivenNegotiation;
import org.jspecify.annotations.Nullable;

/**
 * What notations a client takes, by its own words (RFC 9110 §12.5.1).
 *
 * @param header null if it does not say
 */
public record Accept(@Nullable String header) {

    /**
     * @param offered the first is for those who take none of them, do not say, or cannot be understood: nobody is told 406
     * @return what the client likes best
     */
    public MediaType choose(List<MediaType> offered) {
        if (header == null) {
            return offered.getFirst();
        }
        var negotiation = new ServerDrivenNegotiation();
        try {
            negotiation.setAcceptHeaders(List.of(header.toLowerCase(Locale.ROOT)));
        } catch (BadRequestException | IndexOutOfBoundsException garbage) {
            return offered.getFirst();
        }
        var best = negotiation.getBestMatch(offered.stream()
                .map(notation -> new Variant(notation, (Locale) null, null))
                .toList());
        return best == null ? offered.getFirst() : best.getMediaType();
    }
}
