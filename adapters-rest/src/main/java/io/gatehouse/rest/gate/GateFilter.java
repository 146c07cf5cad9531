package io.gatehouse.rest.gate;

import io.gatehouse.rest.endpoint.Route;
import io.gatehouse.rest.format.ResponseCompatibility;
import io.gatehouse.rest.proxy.Forwarded;
import io.gatehouse.rest.request.Accept;
import io.gatehouse.rest.request.ApiCall;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** JAX-RS filter: runs the gate, makes the call injectable, and adapts the response to the requested format. */
@ApplicationScoped
final class GateFilter {

    private static final String CALL = ApiCall.class.getName();

    private final Map<Method, Route> routes = new ConcurrentHashMap<>();

    private final Gate gate;
    private final RateLimiter rateLimiter;
    private final Forwarded forwarded;

    GateFilter(Gate gate, RateLimiter rateLimiter, Forwarded forwarded) {
        this.gate = gate;
        this.rateLimiter = rateLimiter;
        this.forwarded = forwarded;
    }

    @ServerRequestFilter
    public void admit(ContainerRequestContext context, ResourceInfo resource, RoutingContext http) {
        var id = Objects.requireNonNull(http.response().headers().get(ResponseHeadersFilter.REQUEST_ID));
        MDC.put("requestId", id);
        Accept accept = Objects.requireNonNull(http.get(ResponseHeadersFilter.ACCEPT));
        var rawRequest = RawRequest.of(http.request(), id, accept, context::getEntityStream, forwarded);
        var apiCall = gate.admit(rawRequest, route(resource), http.response().headers());
        MDC.put("projectId", apiCall.project().id().value());
        http.put(CALL, apiCall);
    }

    @ServerResponseFilter
    public void complete(ContainerResponseContext answer, ResourceInfo resource, RoutingContext http) {
        if (!(http.get(CALL) instanceof ApiCall apiCall)) {
            return;
        }
        if (answer.getStatus() == 201) {
            rateLimiter.reset(apiCall, route(resource));
        }
        if (answer.hasEntity()) {
            answer.setEntity(ResponseCompatibility.of(answer.getEntity(), apiCall.format()));
        }
    }

    @Produces
    @RequestScoped
    ApiCall call(RoutingContext http) {
        return Objects.requireNonNull(http.get(CALL));
    }

    private Route route(ResourceInfo resource) {
        return routes.computeIfAbsent(resource.getResourceMethod(), Route::of);
    }
}
