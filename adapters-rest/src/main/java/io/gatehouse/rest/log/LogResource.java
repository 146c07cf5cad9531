package io.gatehouse.rest.log;

import io.gatehouse.application.client.GeoIp;
import io.gatehouse.application.client.UserAgents;
import io.gatehouse.application.log.LogViews;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.error.ErrorType;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The security log of an account. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class LogResource {

    private final ApiCall apiCall;
    private final LogViews logs;
    private final UserAgents userAgents;
    private final GeoIp geoIp;

    LogResource(ApiCall apiCall, LogViews logs, UserAgents userAgents, GeoIp geoIp) {
        this.apiCall = apiCall;
        this.logs = logs;
        this.userAgents = userAgents;
        this.geoIp = geoIp;
    }

    @GET
    @Path("/account/logs")
    @Endpoint(
            summary = "List the account's security log, newest first",
            scope = Scope.ACCOUNT,
            parameters = LogListQuery.class,
            refusals = ErrorType.GENERAL_QUERY_INVALID,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public LogListBody listLogs() {
        var query = LogListQuery.of(apiCall.parameters());
        var account = apiCall.account().id();
        var entries = logs.of(account, query.page().limit(), query.page().offset());
        var total = query.total() ? logs.count(account) : 0;
        return new LogListBody(total, entries.stream().map(this::body).toList());
    }

    private LogBody body(LogEntry entry) {
        return LogBody.of(
                entry, userAgents.describe(entry.userAgent()), geoIp.countryCode(entry.ip()), apiCall.locale());
    }
}
