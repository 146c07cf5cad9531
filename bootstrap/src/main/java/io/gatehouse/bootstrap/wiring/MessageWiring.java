package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.client.GeoIp;
import io.gatehouse.application.client.UserAgents;
import io.gatehouse.application.message.DeliverMessages;
import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessageEncryption;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.messaging.MailServer;
import io.gatehouse.bootstrap.messaging.ProjectMessageTemplates;
import io.gatehouse.bootstrap.messaging.SmsProviders;
import io.gatehouse.domain.message.MessageType.Channel;
import io.gatehouse.messaging.inbox.Inbox;
import io.gatehouse.messaging.inbox.InboxRoutes;
import io.gatehouse.messaging.inbox.InboxSender;
import io.gatehouse.messaging.inbox.MagicLinkPage;
import io.gatehouse.messaging.mail.MailWriter;
import io.gatehouse.messaging.mail.Mailbox;
import io.gatehouse.messaging.mail.SmtpSender;
import io.gatehouse.messaging.sms.SmsWriter;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Optional;
import java.util.Set;

/** Composing, queueing and sending messages. */
public final class MessageWiring {

    @Produces
    @Singleton
    MessageComposer messageComposer(MessageEncryption encryption, UserAgents userAgents, GeoIp geoIp) {
        return new MessageComposer(encryption, userAgents, geoIp);
    }

    @Produces
    @Singleton
    SecurityNotices securityNotices(MessagingAvailability messaging, MessageComposer composer) {
        return new SecurityNotices(messaging, composer);
    }

    /** On a node that only serves HTTP, settings may have to state which channels its workers can send through. */
    @Produces
    @Singleton
    MessagingAvailability messagingAvailability(GatehouseConfig config) {
        return availabilityOf(config);
    }

    public static MessagingAvailability availabilityOf(GatehouseConfig config) {
        var inbox = hasInbox(config);
        return new MessagingAvailability(
                config.mail()
                        .enabled()
                        .orElse(inbox || MailServer.configured(config.mailer()).isPresent()),
                config.sms().enabled().orElse(inbox || config.sms().provider().isPresent()));
    }

    private static boolean hasInbox(GatehouseConfig config) {
        return config.embedded().orElse(false);
    }

    @Produces
    @Singleton
    ProjectMessageTemplates projectMessageTemplates(GatehouseConfig config) {
        return new ProjectMessageTemplates(config);
    }

    @Produces
    @Singleton
    MailWriter mailWriter(GatehouseConfig config, ProjectMessageTemplates projectMessageTemplates) {
        var system =
                new Mailbox(config.mailer().from(), config.mail().senderName().orElse(null));
        return new MailWriter(system, projectMessageTemplates.ofMails());
    }

    @Produces
    @Singleton
    SmsWriter smsWriter(ProjectMessageTemplates projectMessageTemplates) {
        return new SmsWriter(projectMessageTemplates.ofSms());
    }

    @Produces
    @Singleton
    Inbox inbox() {
        return new Inbox();
    }

    @Produces
    @Singleton
    DeliverMessages deliverMessages(
            GatehouseConfig config,
            ProjectMessageTemplates projectMessageTemplates,
            MailWriter mails,
            SmsWriter sms,
            Inbox inbox,
            DeliveryQueue queue,
            MessageEncryption encryption,
            EventStore store,
            InstantSource clock) {
        var inboxSender = hasInbox(config)
                ? Optional.<MessageSender>of(new InboxSender(inbox, mails, sms, clock))
                : Optional.<MessageSender>empty();
        var smtpSender = MailServer.configured(config.mailer()).map(server -> (MessageSender) new SmtpSender(
                mails, server, projectMessageTemplates.mailServers(), MailServer.greeting(config.mailer())));
        var smsSender = SmsProviders.configured(config.sms(), sms);
        var senders = new EnumMap<Channel, MessageSender>(Channel.class);
        SequentialSender.of(inboxSender, smtpSender).ifPresent(sender -> senders.put(Channel.EMAIL, sender));
        SequentialSender.of(inboxSender, smsSender).ifPresent(sender -> senders.put(Channel.SMS, sender));
        return new DeliverMessages(queue, encryption, senders, store, clock);
    }

    /** The inbox, and the page of magic links, exist only with the embedded database, never in production. */
    void addInboxRoutes(@Observes Router router, Inbox inbox, GatehouseConfig config) {
        if (hasInbox(config)) {
            new InboxRoutes(inbox, config.hostnames().orElse(Set.of())).addTo(router);
            new MagicLinkPage().addTo(router);
        }
    }
}
