package io.gatehouse.rest.format;

import io.gatehouse.rest.account.AccountBody;
import io.gatehouse.rest.request.ResponseFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Gives clients of earlier versions the answers they know. Resources answer in the newest shape; here is the complete list
 * of what others get otherwise. SDKs pass over fields they do not know, so little has to be on it.
 */
public final class ResponseCompatibility {

    private static final List<Step<?>> STEPS =
            List.of(new Step<>(new ResponseFormat(1, 9, 0), AccountBody.class, AccountBody::withoutImpersonation));

    private ResponseCompatibility() {}

    /**
     * @param body a model as resources answer it
     * @return the same if nothing has to change
     */
    public static Object of(Object body, ResponseFormat asked) {
        var shaped = body;
        for (var step : STEPS) {
            shaped = step.apply(shaped, asked);
        }
        return shaped;
    }

    /** @param below the first version that does without the change */
    private record Step<T>(ResponseFormat below, Class<T> model, UnaryOperator<T> change) {

        Object apply(Object body, ResponseFormat asked) {
            return asked.compareTo(below) < 0 && model.isInstance(body) ? change.apply(model.cast(body)) : body;
        }
    }
}
