package io.gatehouse.bootstrap;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** An HTTP client of the API. Each instance sends an address of its own, so that rate limits do not add up. */
final class ApiClient {

    static final String KEY = "0123456789abcdef0123456789abcdef";
    static final String PASSWORD = "correct horse battery staple";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final List<String> headers = new ArrayList<>();

    ApiClient(int port) {
        this.base = "http://localhost:" + port;
        var random = ThreadLocalRandom.current();
        with(
                "X-Forwarded-For",
                String.format(
                        Locale.ROOT, "10.%d.%d.%d", random.nextInt(256), random.nextInt(256), random.nextInt(256)));
        with("X-Appwrite-Project", "demo");
    }

    ApiClient with(String header, String value) {
        headers.add(header);
        headers.add(value);
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer send(String method, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .headers(headers.toArray(String[]::new))
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            return new Answer(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public Answer signUp(String id, String email) {
        var body = new JsonObject().put("userId", id).put("email", email).put("password", PASSWORD);
        return send("POST", "/v1/account", body.encode());
    }

    /** @return the same client, from now on with the session in its header */
    ApiClient signIn(String email) {
        var body = new JsonObject().put("email", email).put("password", PASSWORD);
        var answer = send("POST", "/v1/account/sessions/email", body.encode());
        var cookies = new JsonObject(answer.header("X-Fallback-Cookies"));
        return with("X-Appwrite-Session", cookies.getString("a_session_demo"));
    }

    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public JsonObject json() {
            return new JsonObject(response.body());
        }

        String type() {
            return json().getString("type");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElseThrow();
        }
    }

    /** Runs work on several threads that start at the same moment. */
    static <T> List<T> atOnce(int times, Callable<T> work) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (var i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        }
    }
}
