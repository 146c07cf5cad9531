package io.gatehouse.messaging.mail;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.application.message.UndeliverableException;
import io.gatehouse.domain.ProjectId;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** Sends mails by SMTP. */
public final class SmtpSender implements MessageSender {

    /** Timeout for connecting, and for each reply of the server. */
    private static final Duration STEP_TIMEOUT = Duration.ofSeconds(10);

    /** Timeout for all steps together, because a slow server may use up the timeout of each. */
    private static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(25);

    private final MailWriter writer;
    private final SmtpServer defaultServer;
    private final Map<ProjectId, SmtpServer> projectServers;
    private final Greeting greeting;
    private final Duration totalTimeout;

    /** Interrupting a virtual thread closes the socket that it is blocked on. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param defaultServer the server for projects that have none of their own
     * @param projectServers servers of projects
     * @param greeting for all servers
     */
    public SmtpSender(
            MailWriter writer, SmtpServer defaultServer, Map<ProjectId, SmtpServer> projectServers, Greeting greeting) {
        this(writer, defaultServer, projectServers, greeting, TOTAL_TIMEOUT);
    }

    SmtpSender(
            MailWriter writer,
            SmtpServer defaultServer,
            Map<ProjectId, SmtpServer> projectServers,
            Greeting greeting,
            Duration totalTimeout) {
        this.writer = writer;
        this.defaultServer = defaultServer;
        this.projectServers = Map.copyOf(projectServers);
        this.greeting = greeting;
        this.totalTimeout = totalTimeout;
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        var server = projectServers.getOrDefault(message.request().account().project(), defaultServer);
        var mail = writer.write(message, variables);
        var sending = threads.submit(() -> {
            send(server, message, mail);
            return mail;
        });
        try {
            sending.get(totalTimeout.toMillis(), MILLISECONDS);
        } catch (ExecutionException e) {
            throw SmtpFailures.toUndeliverable(e.getCause());
        } catch (TimeoutException e) {
            throw UndeliverableException.transientFailure("the mail server did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UndeliverableException.transientFailure("interrupted", e);
        } finally {
            sending.cancel(true);
        }
    }

    private void send(SmtpServer server, Message message, Mail mail) throws MessagingException {
        var session = session(server);
        var mime = new MimeMail(session, message, mail);
        var transport = session.getTransport("smtp");
        try {
            connect(transport, server);
            transport.sendMessage(mime, mime.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    private static void connect(Transport transport, SmtpServer server) throws MessagingException {
        var login = server.login();
        var user = login == null ? null : login.user();
        var password = login == null ? null : login.password();
        transport.connect(server.host(), server.port(), user, password);
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException ignored) {
            // The mail was accepted or not already; errors on close do not matter.
        }
    }

    private Session session(SmtpServer server) {
        var properties = server.properties();
        properties.put("mail.smtp.localhost", greeting.name());
        properties.put("mail.smtp.connectiontimeout", String.valueOf(STEP_TIMEOUT.toMillis()));
        properties.put("mail.smtp.timeout", String.valueOf(STEP_TIMEOUT.toMillis()));
        return Session.getInstance(properties);
    }
}
