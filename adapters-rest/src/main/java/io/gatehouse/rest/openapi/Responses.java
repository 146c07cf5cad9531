package io.gatehouse.rest.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.gatehouse.rest.endpoint.Route;
import io.gatehouse.rest.endpoint.StepUpRequirement;
import io.gatehouse.rest.error.ErrorBody;
import io.gatehouse.rest.error.ErrorType;
import io.gatehouse.rest.request.Scope;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Describes the responses of an endpoint: success, its own errors and those of the gate. */
final class Responses {

    /** Errors of every endpoint. */
    private static final List<ErrorType> ANYWHERE = List.of(
            ErrorType.USER_JWT_AND_COOKIE_SET,
            ErrorType.USER_JWT_INVALID,
            ErrorType.GENERAL_UNKNOWN_ORIGIN,
            ErrorType.PROJECT_NOT_FOUND,
            ErrorType.PROJECT_ID_MISSING,
            ErrorType.PROJECT_KEY_EXPIRED,
            ErrorType.USER_UNAUTHORIZED,
            ErrorType.GENERAL_SERVICE_DISABLED,
            ErrorType.GENERAL_API_DISABLED,
            ErrorType.GENERAL_UNAUTHORIZED_SCOPE,
            ErrorType.USER_BLOCKED,
            ErrorType.GENERAL_UNKNOWN,
            ErrorType.GENERAL_SERVER_ERROR);

    private final Schemas schemas;

    Responses(Schemas schemas) {
        this.schemas = schemas;
    }

    APIResponses of(Method method, Route route) {
        var responses = OASFactory.createAPIResponses();
        responses.addAPIResponse(successStatus(method), success(method));
        refusals(method, route).stream()
                .collect(groupingBy(ErrorType::status, TreeMap::new, toList()))
                .forEach((status, types) -> responses.addAPIResponse(status.toString(), error(types)));
        if (!route.verb().equals("GET")) {
            responses.addAPIResponse("413", error(List.of(ErrorType.GENERAL_ARGUMENT_INVALID)));
        }
        return responses;
    }

    private static String successStatus(Method method) {
        var status = method.getAnnotation(ResponseStatus.class);
        return status == null ? "200" : Integer.toString(status.value());
    }

    private APIResponse success(Method method) {
        var body = method.getGenericReturnType() instanceof ParameterizedType response
                ? response.getActualTypeArguments()[0]
                : method.getGenericReturnType();
        if (body == Void.class) {
            return OASFactory.createAPIResponse().description("Success.");
        }
        var response = response("Success.", schemas.reference((Class<?>) body));
        images(method).forEach(type -> response.getContent().addMediaType(type, OASFactory.createMediaType()));
        return response;
    }

    /** The image types in {@code @Produces}, which are offered besides JSON. */
    private static Stream<String> images(Method method) {
        var notations = method.getAnnotation(Produces.class);
        return notations == null
                ? Stream.empty()
                : Stream.of(notations.value()).filter(type -> type.startsWith("image/"));
    }

    private static List<ErrorType> refusals(Method method, Route route) {
        var endpoint = route.endpoint();
        var types = new ArrayList<>(ANYWHERE);
        if (endpoint.scope() == Scope.ANYONE) {
            types.removeAll(List.of(ErrorType.GENERAL_UNKNOWN_ORIGIN, ErrorType.GENERAL_UNAUTHORIZED_SCOPE));
        }
        types.addAll(List.of(endpoint.refusals()));
        if (endpoint.scope() == Scope.ACCOUNT || endpoint.scope() == Scope.TARGETS_WRITE) {
            types.add(ErrorType.USER_NOT_FOUND);
        }
        if (!endpoint.allowsIncompleteSession()) {
            types.add(ErrorType.USER_MORE_FACTORS_REQUIRED);
        }
        if (endpoint.stepUp() != StepUpRequirement.NONE) {
            types.add(ErrorType.USER_CHALLENGE_REQUIRED);
        }
        if (route.limit() > 0) {
            types.add(ErrorType.GENERAL_RATE_LIMIT_EXCEEDED);
        }
        if (route.signInMethod().isPresent()) {
            types.add(ErrorType.USER_AUTH_METHOD_UNSUPPORTED);
        }
        if (endpoint.opensSession()) {
            types.add(ErrorType.USER_SESSION_ALREADY_EXISTS);
        }
        if (endpoint.parameters() != Void.class || endpoint.timestamped() || method.getParameterCount() > 0) {
            types.add(ErrorType.GENERAL_ARGUMENT_INVALID);
        }
        return types;
    }

    private APIResponse error(List<ErrorType> types) {
        var description = types.stream()
                .map(type -> "`" + type.type() + "`: " + type.message())
                .collect(joining("\n\n"));
        var type = OASFactory.createSchema();
        types.forEach(each -> type.addEnumeration(each.type()));
        return response(
                description,
                OASFactory.createSchema()
                        .addAllOf(schemas.reference(ErrorBody.class))
                        .addAllOf(OASFactory.createSchema().addProperty("type", type)));
    }

    private static APIResponse response(String description, Schema schema) {
        var json = OASFactory.createMediaType().schema(schema);
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType("application/json", json));
    }
}
