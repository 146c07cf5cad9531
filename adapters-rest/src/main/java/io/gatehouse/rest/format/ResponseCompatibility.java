package io.gatehouse.rest.format;

import io.gatehouse.rest.account.AccountBody;
import io.gatehouse.rest.request.ResponseFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Converts response bodies for clients that request an older response format. Resources return the newest format; this
 * is the complete list of differences. It is short because SDKs ignore unknown fields.
 */
public final class ResponseCompatibility {

    private static final List<Step<?>> STEPS =
            List.of(new Step<>(new ResponseFormat(1, 9, 0), AccountBody.class, AccountBody::withoutImpersonation));

    private ResponseCompatibility() {}

    /**
     * @param body a model as returned by a resource
     * @param requested the requested format
     * @return the same object if that format does not differ
     */
    public static Object of(Object body, ResponseFormat requested) {
        var converted = body;
        for (var step : STEPS) {
            converted = step.apply(converted, requested);
        }
        return converted;
    }

    /** @param below the change applies to formats older than this one */
    private record Step<T>(ResponseFormat below, Class<T> model, UnaryOperator<T> change) {

        Object apply(Object body, ResponseFormat requested) {
            return requested.compareTo(below) < 0 && model.isInstance(body) ? change.apply(model.cast(body)) : body;
        }
    }
}
