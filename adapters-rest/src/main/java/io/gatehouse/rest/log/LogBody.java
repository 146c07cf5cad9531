package io.gatehouse.rest.log;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.domain.session.Client;
import io.gatehouse.rest.request.Countries;
import io.gatehouse.rest.request.Dates;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One entry of the security log: the API's model {@code Log}, fields in its order. */
@Schema(name = "Log")
record LogBody(
        String event,
        String userId,
        String userEmail,
        String userName,
        String mode,
        String userType,
        String ip,
        String time,
        @JsonUnwrapped Client client,
        String countryCode,
        String countryName) {

    static LogBody of(LogEntry entry, Client client, String countryCode, Locale locale) {
        return new LogBody(
                entry.event(),
                entry.userId(),
                entry.userEmail(),
                entry.userName(),
                "default",
                "user",
                entry.ip().value(),
                Dates.text(entry.time()),
                client,
                countryCode,
                Countries.name(countryCode, locale));
    }
}
