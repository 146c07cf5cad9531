package io.gatehouse.messaging.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.joining;

import io.gatehouse.application.message.UndeliverableException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Sends requests to an SMS provider over HTTP. */
final class SmsHttpClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** From connecting to the last byte of the response. */
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(20);

    /** In bytes; a longer response is an error. */
    private static final long MAX_RESPONSE_BYTES = 64 * 1024L;

    /**
     * Client errors after which a retry may succeed: timeout, too early, too many requests (RFC 9110, 8470, 6585),
     * credentials that the operator has yet to correct, and an account without credit.
     */
    private static final Set<Integer> TRANSIENT_CLIENT_ERRORS = Set.of(401, 402, 403, 408, 425, 429);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    private final Duration totalTimeout;

    SmsHttpClient() {
        this(TOTAL_TIMEOUT);
    }

    SmsHttpClient(Duration totalTimeout) {
        this.totalTimeout = totalTimeout;
    }

    static HttpRequest.Builder formRequest(URI uri, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(joining("&"));
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /**
     * @return the body of a successful response
     * @throws UndeliverableException if the provider refuses the request, fails, or does not answer in time
     */
    String send(HttpRequest request) throws UndeliverableException {
        var pending = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_RESPONSE_BYTES));
        try {
            var response = pending.get(totalTimeout.toMillis(), MILLISECONDS);
            requireSuccess(response.statusCode());
            return response.body();
        } catch (ExecutionException e) {
            throw UndeliverableException.transientFailure("communication with the SMS provider failed", e.getCause());
        } catch (TimeoutException e) {
            throw UndeliverableException.transientFailure("the SMS provider did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UndeliverableException.transientFailure("interrupted", e);
        } finally {
            pending.cancel(true);
        }
    }

    private static void requireSuccess(int status) throws UndeliverableException {
        var reason = "the SMS provider answered " + status;
        if (status >= 400 && status < 500 && !TRANSIENT_CLIENT_ERRORS.contains(status)) {
            throw UndeliverableException.permanentFailure(reason, null);
        }
        if (status < 200 || status > 299) {
            throw UndeliverableException.transientFailure(reason, null);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
