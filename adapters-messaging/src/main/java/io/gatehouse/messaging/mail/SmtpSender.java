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

/** Hands mails to mail servers. */
public final class SmtpSender implements MessageSender {

    /** To connect, and for each answer of the server. */
    private static final Duration STEP = Duration.ofSeconds(10);

    /** For all steps together: a server that answers slowly does so every time it is asked. */
    private static final Duration TOTAL = Duration.ofSeconds(25);

    private final MailWriter writer;
    private final SmtpServer system;
    private final Map<ProjectId, SmtpServer> own;
    private final Duration total;

    /** Interrupting a virtual thread closes the socket it waits for, which ends any wait. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param system takes the mails of projects that have no server of their own
     * @param own servers of projects
     */
    public SmtpSender(MailWriter writer, SmtpServer system, Map<ProjectId, SmtpServer> own) {
        this(writer, system, own, TOTAL);
    }

    SmtpSender(MailWriter writer, SmtpServer system, Map<ProjectId, SmtpServer> own, Duration total) {
        this.writer = writer;
        this.system = system;
        this.own = Map.copyOf(own);
        this.total = total;
    }

    @Override
    public void send(Message message, Map<String, String> variables) throws UndeliverableException {
        var server = own.getOrDefault(message.request().account().project(), system);
        var mail = writer.write(message, variables);
        var sending = threads.submit(() -> {
            send(server, message, mail);
            return mail;
        });
        try {
            sending.get(total.toMillis(), MILLISECONDS);
        } catch (ExecutionException e) {
            throw SmtpFailures.toUndeliverable(e.getCause());
        } catch (TimeoutException e) {
            throw UndeliverableException.transientFailure("the mail server takes too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UndeliverableException.transientFailure("interrupted", e);
        } finally {
            sending.cancel(true);
        }
    }

    private static void send(SmtpServer server, Message message, Mail mail) throws MessagingException {
        var session = session(server);
        var mime = new MimeMail(session, message, mail);
        var transport = session.getTransport("smtp");
        try {
            connect(transport, server);
            transport.sendMessage(mime, mime.getAllRecipients());
        } finally {
            leave(transport);
        }
    }

    private static void connect(Transport transport, SmtpServer server) throws MessagingException {
        var login = server.login();
        var user = login == null ? null : login.user();
        var password = login == null ? null : login.password();
        transport.connect(server.host(), server.port(), user, password);
    }

    /** Whatever happens now, the mail has been taken, or it has not. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException ignored) {
            // There is nobody left to say goodbye to.
        }
    }

    private static Session session(SmtpServer server) {
        var properties = server.properties();
        properties.put("mail.smtp.connectiontimeout", String.valueOf(STEP.toMillis()));
        properties.put("mail.smtp.timeout", String.valueOf(STEP.toMillis()));
        return Session.getInstance(properties);
    }
}
