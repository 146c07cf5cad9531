package io.gatehouse.bootstrap.messaging;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.bootstrap.config.ProjectConfig;
import io.gatehouse.bootstrap.config.ProjectMailConfig;
import io.gatehouse.bootstrap.config.ProjectMailConfig.SenderConfig;
import io.gatehouse.bootstrap.config.ProjectMailConfig.SmtpConfig;
import io.gatehouse.bootstrap.config.ProjectMailConfig.SmtpSecurity;
import io.gatehouse.bootstrap.config.ProjectMailConfig.TemplateConfig;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.mail.MailTemplate;
import io.gatehouse.messaging.mail.ProjectMailTemplates;
import io.gatehouse.messaging.mail.Sender;
import io.gatehouse.messaging.mail.SmtpServer;
import io.gatehouse.messaging.mail.SmtpServer.Login;
import io.gatehouse.messaging.mail.SmtpServer.Security;
import io.gatehouse.messaging.sms.ProjectSmsTemplates;
import io.gatehouse.messaging.text.Localized;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The configured message templates and mail servers of each project. */
public final class ProjectMessageTemplates {

    private final Map<String, ProjectConfig> projects;

    public ProjectMessageTemplates(GatehouseConfig config) {
        this.projects = config.projects();
    }

    public Map<ProjectId, ProjectMailTemplates> ofMails() {
        return byProject(project -> Optional.of(mailTemplates(project.mail())));
    }

    public Map<ProjectId, ProjectSmsTemplates> ofSms() {
        return byProject(project ->
                Optional.of(new ProjectSmsTemplates(byMessageType(project.sms().texts(), Function.identity()))));
    }

    /** @return the mail servers of the projects that have one of their own */
    public Map<ProjectId, SmtpServer> mailServers() {
        return byProject(project -> server(project.mail().smtp()));
    }

    private <T> Map<ProjectId, T> byProject(Function<ProjectConfig, Optional<T>> value) {
        return projects.entrySet().stream()
                .flatMap(project ->
                        value
                                .apply(project.getValue())
                                .map(it -> Map.entry(new ProjectId(project.getKey()), it))
                                .stream())
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ProjectMailTemplates mailTemplates(ProjectMailConfig config) {
        return new ProjectMailTemplates(
                sender(config.sender()), byMessageType(config.templates(), ProjectMessageTemplates::mail));
    }

    private static MailTemplate mail(TemplateConfig config) {
        return new MailTemplate(config.subject().orElse(null), config.message().orElse(null), sender(config.sender()));
    }

    private static Sender sender(SenderConfig config) {
        return new Sender(
                config.address().orElse(null),
                config.name().orElse(null),
                config.replyTo().orElse(null),
                config.replyToName().orElse(null));
    }

    private static <C, T> Map<MessageType, Localized<T>> byMessageType(
            Map<String, Map<String, C>> configured, Function<C, T> converter) {
        return configured.entrySet().stream()
                .collect(toUnmodifiableMap(
                        entry -> messageType(entry.getKey()),
                        entry -> new Localized<>(entry.getValue().entrySet().stream()
                                .collect(toUnmodifiableMap(
                                        Map.Entry::getKey, version -> converter.apply(version.getValue()))))));
    }

    private static MessageType messageType(String name) {
        return Stream.of(MessageType.values())
                .filter(messageType -> messageType.apiName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidConfigurationException("unknown message " + name));
    }

    private static Optional<SmtpServer> server(SmtpConfig config) {
        return config.host().map(host -> {
            var security = security(config.security());
            var defaultPort = security == Security.TLS ? MailServer.SUBMISSION_WITH_TLS : MailServer.SUBMISSION;
            var login = config.username()
                    .flatMap(user -> config.password().map(password -> new Login(user, password)))
                    .orElse(null);
            return new SmtpServer(host, config.port().orElse(defaultPort), security, login);
        });
    }

    private static Security security(SmtpSecurity configured) {
        return switch (configured) {
            case NONE -> Security.NONE;
            case STARTTLS -> Security.STARTTLS;
            case TLS -> Security.TLS;
        };
    }
}
