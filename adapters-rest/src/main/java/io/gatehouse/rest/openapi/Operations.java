package io.gatehouse.rest.openapi;

import io.gatehouse.rest.endpoint.AliasOf;
import io.gatehouse.rest.endpoint.Route;
import jakarta.ws.rs.PathParam;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Describes endpoints as OpenAPI operations: parameters, responses and rate limits. */
final class Operations {

    private static final List<String> NOTATIONS =
            List.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data");

    private final Responses responses;

    Operations(Responses responses) {
        this.responses = responses;
    }

    Operation of(Method method, Route route) {
        var operation = OASFactory.createOperation()
                .operationId(method.getName())
                .summary(route.endpoint().summary())
                .security(Security.of(route.endpoint().scope()))
                .responses(responses.of(method, route));
        if (method.isAnnotationPresent(AliasOf.class)) {
            operation.setDeprecated(true);
        }
        pathParameters(method).forEach(operation::addParameter);
        describeParameters(route, operation);
        describeLimit(route, operation);
        return operation;
    }

    private static Stream<Parameter> pathParameters(Method method) {
        return Stream.of(method.getParameters())
                .map(parameter -> parameter.getAnnotation(PathParam.class).value())
                .map(name -> parameter(name, Parameter.In.PATH, ParameterSchemas.inPath(name))
                        .required(true));
    }

    private static void describeParameters(Route route, Operation operation) {
        if (route.endpoint().parameters() == Void.class) {
            return;
        }
        var schema = ParameterSchemas.of(route.endpoint().parameters());
        if (route.verb().equals("GET")) {
            schema.getProperties()
                    .forEach((name, of) -> operation.addParameter(parameter(name, Parameter.In.QUERY, of)));
        } else {
            operation.setRequestBody(body(schema));
        }
    }

    private static Parameter parameter(String name, Parameter.In in, Schema schema) {
        return OASFactory.createParameter().name(name).in(in).schema(schema);
    }

    private static RequestBody body(Schema schema) {
        var content = OASFactory.createContent();
        for (var notation : NOTATIONS) {
            content.addMediaType(notation, OASFactory.createMediaType().schema(schema));
        }
        return OASFactory.createRequestBody()
                .required(schema.getRequired() != null)
                .content(content);
    }

    private static void describeLimit(Route route, Operation operation) {
        if (route.limit() > 0) {
            var declared = route.endpoint().limit();
            var keys = Stream.of(declared.by()).map(Enum::name).toList();
            var limit = new TreeMap<>(Map.of(
                    "limit", route.limit(), "seconds", (int) route.window().toSeconds(), "countedBy", keys));
            if (!declared.onlyWith().isEmpty()) {
                limit.put("onlyWith", declared.onlyWith());
            }
            operation.addExtension("x-rate-limit", limit);
        }
    }
}
