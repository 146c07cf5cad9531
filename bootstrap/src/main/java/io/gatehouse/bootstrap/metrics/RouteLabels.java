package io.gatehouse.bootstrap.metrics;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Replaces the path of a request in the metrics unless it is the template of a route, so that invented paths cannot use
 * up the labels that the registry admits.
 */
@Singleton
final class RouteLabels implements MeterFilter {

    private static final String UNKNOWN = "unknown";
    private static final String URI = "uri";

    /** Paths that no route has, as Quarkus labels them. */
    private static final String NOT_FOUND = "NOT_FOUND";

    private final Set<String> templates;

    RouteLabels(BeanManager beans) {
        var ofResources = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(RouteLabels::answersHttp)
                .map(RouteLabels::template);
        templates = Stream.concat(ofResources, Stream.of(NOT_FOUND)).collect(toUnmodifiableSet());
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        var uri = id.getTag(URI);
        return uri == null || templates.contains(uri) || !id.getName().startsWith("http.server.")
                ? id
                : id.replaceTags(
                        id.getTags().stream().map(RouteLabels::withoutPath).toList());
    }

    private static Tag withoutPath(Tag tag) {
        return tag.getKey().equals(URI) ? Tag.of(URI, UNKNOWN) : tag;
    }

    private static boolean answersHttp(Method method) {
        return Stream.of(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static String template(Method method) {
        var path = method.getDeclaringClass().getAnnotation(Path.class).value();
        var rest = method.getAnnotation(Path.class);
        return rest == null ? path : path + rest.value();
    }
}
