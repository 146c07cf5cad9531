package io.gatehouse.rest.gate;

import io.gatehouse.rest.Accept;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.Route;
import io.gatehouse.rest.format.EarlierShapes;
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

/** Leads every request to the gate, and hands what was admitted to the resource. */
@ApplicationScoped
final class Entrance {

    private static final String CALL = Call.class.getName();

    private final Map<Method, Route> routes = new ConcurrentHashMap<>();

    private final Gate gate;
    private final Counters counters;

    Entrance(Gate gate, Counters counters) {
        this.gate = gate;
        this.counters = counters;
    }

    @ServerRequestFilter
    public void enter(ContainerRequestContext context, ResourceInfo resource, RoutingContext http) {
        var id = Objects.requireNonNull(http.response().headers().get(Doorstep.REQUEST_ID));
        MDC.put("requestId", id);
        Accept accept = Objects.requireNonNull(http.get(Doorstep.ACCEPT));
        var request = Request.of(http.request(), id, accept, context::getEntityStream);
        var call = gate.admit(request, route(resource), http.response().headers());
        MDC.put("projectId", call.project().id().value());
        http.put(CALL, call);
    }

    @ServerResponseFilter
    public void leave(ContainerResponseContext answer, ResourceInfo resource, RoutingContext http) {
        if (!(http.get(CALL) instanceof Call call)) {
            return;
        }
        if (answer.getStatus() == 201) {
            counters.forget(call, route(resource));
        }
        if (answer.hasEntity()) {
            answer.setEntity(EarlierShapes.of(answer.getEntity(), call.format()));
        }
    }

    @Produces
    @RequestScoped
    Call call(RoutingContext http) {
        return Objects.requireNonNull(http.get(CALL));
    }

    private Route route(ResourceInfo resource) {
        return routes.computeIfAbsent(resource.getResourceMethod(), Route::of);
    }
}
