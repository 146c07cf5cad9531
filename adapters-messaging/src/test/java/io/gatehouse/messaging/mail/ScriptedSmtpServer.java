package io.gatehouse.messaging.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A mail server with scripted replies, by prefix of the command; the others are {@code 250 ok}. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** Stands for no reply. */
    static final String SILENCE = "";

    private final Map<String, String> replies;
    private final ServerSocket socket = open();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final CountDownLatch disconnected = new CountDownLatch(1);

    ScriptedSmtpServer(Map<String, String> replies) {
        this.replies = replies;
        Thread.startVirtualThread(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** @return commands, and lines of mails */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** Waits until the first client has disconnected. */
    boolean isLeftWithin(Duration bound) throws InterruptedException {
        return disconnected.await(bound.toMillis(), MILLISECONDS);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                converse(connection);
            } catch (IOException ended) {
                // By the client or by close(); in the former case, the next client is served.
            } finally {
                disconnected.countDown();
            }
        }
    }

    private void converse(Socket connection) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
        say(connection, "220 hello");
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(line);
            var reply = reply(line);
            say(connection, reply);
            if (reply.startsWith("354")) {
                takeMail(lines);
                say(connection, reply("."));
            }
        }
    }

    private void takeMail(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            heard.add(line);
        }
    }

    private String reply(String line) {
        return replies.entrySet().stream()
                .filter(reply -> line.startsWith(reply.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(line.equals("DATA") ? "354 go on" : "250 ok");
    }

    private static void say(Socket connection, String reply) throws IOException {
        if (!reply.equals(SILENCE)) {
            connection.getOutputStream().write((reply + "\r\n").getBytes(US_ASCII));
        }
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
