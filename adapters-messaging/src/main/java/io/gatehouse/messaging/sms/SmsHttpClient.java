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

/** Somebody who takes SMS over HTTP. */
final class SmsHttpClient {

    /** To connect. */
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /** From the first to the last byte, connecting included. */
    private static final Duration TOTAL = Duration.ofSeconds(20);

    /** No answer we care for is longer. */
    private static final long LONGEST_ANSWER = 64 * 1024L;

    /**
     * Timeout, too early, too many requests: what a client does wrong at the moment only (RFC 9110, 8470, 6585). So are
     * credentials that an operator has yet to correct, and an account to be paid.
     */
    private static final Set<Integer> PASSING = Set.of(401, 402, 403, 408, 425, 429);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();

    private final Duration total;

    SmsHttpClient() {
        this(TOTAL);
    }

    SmsHttpClient(Duration total) {
        this.total = total;
    }

    static HttpRequest.Builder form(URI target, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(joining("&"));
        return HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /**
     * @return the body of an answer that says yes
     * @throws UndeliverableException if it says no, or nothing
     */
    String send(HttpRequest request) throws UndeliverableException {
        var answering = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            var answer = answering.get(total.toMillis(), MILLISECONDS);
            judge(answer.statusCode());
            return answer.body();
        } catch (ExecutionException e) {
            throw UndeliverableException.transientFailure("the provider cannot be talked to", e.getCause());
        } catch (TimeoutException e) {
            throw UndeliverableException.transientFailure("the provider takes too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UndeliverableException.transientFailure("interrupted", e);
        } finally {
            answering.cancel(true);
        }
    }

    private static void judge(int status) throws UndeliverableException {
        var reason = "the provider answered " + status;
        if (status >= 400 && status < 500 && !PASSING.contains(status)) {
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
