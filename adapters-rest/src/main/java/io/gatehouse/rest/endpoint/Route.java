package io.gatehouse.rest.endpoint;

import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The endpoint that a resource method declares, with its HTTP method and path.
 *
 * @param verb the HTTP method
 * @param path the path template: {@code /v1/account/sessions/{sessionId}}
 * @param countedAs verb and path of the endpoint itself, the same for all its aliases
 */
public record Route(Endpoint endpoint, String verb, String path, String countedAs) {

    public Route {
        requireOneKindOfLimit(endpoint, verb + " " + path);
    }

    /** @throws IllegalStateException for a method that declares no endpoint, so that none is reachable unchecked */
    public static Route of(Method method) {
        var endpointMethod = endpointMethod(method);
        var endpoint = endpointMethod.getAnnotation(Endpoint.class);
        if (endpoint == null) {
            throw new IllegalStateException(method + " has neither @Endpoint nor @AliasOf");
        }
        return new Route(endpoint, verb(method), path(method), verb(endpointMethod) + " " + path(endpointMethod));
    }

    public boolean exists() {
        return endpoint.scope() != Scope.NONE;
    }

    /** The sign-in method the endpoint belongs to, if any. */
    public Optional<SignInMethod> signInMethod() {
        return Stream.of(endpoint.switchedBy()).findFirst();
    }

    /** Requests per window and key; 0 for no limit. */
    public int limit() {
        var limit = endpoint.limit();
        return limit.ofMethod() ? signInMethod().orElseThrow().limit() : limit.perHour();
    }

    /** The window in which requests are counted. */
    public Duration window() {
        return endpoint.limit().ofMethod() ? signInMethod().orElseThrow().window() : Duration.ofHours(1);
    }

    public List<String> limitKeys(ApiCall apiCall) {
        return Stream.of(endpoint.limit().by())
                .map(key -> key.in(countedAs, apiCall))
                .toList();
    }

    private static Method endpointMethod(Method method) {
        var alias = method.getAnnotation(AliasOf.class);
        return alias == null
                ? method
                : Stream.of(method.getDeclaringClass().getMethods())
                        .filter(other -> other.getName().equals(alias.value()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(method + " is an alias of an unknown method"));
    }

    private static String verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(method + " has no HTTP method"));
    }

    private static String path(Method method) {
        var path = method.getDeclaringClass().getAnnotation(Path.class).value();
        var rest = method.getAnnotation(Path.class);
        return rest == null ? path : path + rest.value();
    }

    private static void requireOneKindOfLimit(Endpoint endpoint, String route) {
        var limit = endpoint.limit();
        var kinds = Stream.of(
                        limit.perHour() > 0, limit.ofMethod(), !limit.none().isEmpty())
                .filter(kind -> kind)
                .count();
        if (kinds != 1 || limit.none().isEmpty() == (limit.by().length == 0)) {
            throw new IllegalStateException(route + " states no limit, or more than one");
        }
        if (limit.ofMethod() && endpoint.switchedBy().length != 1) {
            throw new IllegalStateException(route + " has the limit of a sign-in method, but not one such method");
        }
    }
}
