package io.gatehouse.rest.openapi;

import io.gatehouse.rest.endpoint.Route;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget.Kind;
import org.jboss.jandex.IndexView;

/** Generates the OpenAPI description: paths, parameters, limits, models and errors, from what endpoints declare. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

    private final List<Method> endpoints;

    public ApiDescription(IndexView index) {
        endpoints = index.getAnnotations(Path.class).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == Kind.CLASS)
                .map(target -> load(target.asClass().name().toString()))
                .flatMap(resource -> Stream.of(resource.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Route.of(method).exists())
                .sorted(Comparator.comparing(method -> Route.of(method).path()))
                .toList();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = new Schemas();
        var operations = new Operations(new Responses(schemas));
        var paths = OASFactory.createPaths();
        for (var endpoint : endpoints) {
            var route = Route.of(endpoint);
            var verb = PathItem.HttpMethod.valueOf(route.verb());
            item(paths, route.path()).setOperation(verb, operations.of(endpoint, route));
        }
        api.setPaths(paths);
        api.setComponents(
                OASFactory.createComponents().schemas(schemas.models()).securitySchemes(Security.schemes()));
    }

    private static PathItem item(Paths paths, String path) {
        if (!paths.hasPathItem(path)) {
            paths.addPathItem(path, OASFactory.createPathItem());
        }
        return paths.getPathItem(path);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiDescription.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(name + " is indexed, but cannot be loaded", impossible);
        }
    }
}
