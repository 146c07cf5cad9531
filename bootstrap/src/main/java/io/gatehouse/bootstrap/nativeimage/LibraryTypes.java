package io.gatehouse.bootstrap.nativeimage;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Classes of libraries that these load by name or by reflection, and that neither they nor Quarkus register: the rules
 * for user agents (Jackson), Jakarta Mail's SMTP transport and content handlers, Flyway's settings for PostgreSQL,
 * Hibernate's transactions, Caffeine's caches, the JDBC driver, and types of configuration and health. The check of the native sources names
 * what is missing.
 */
@RegisterForReflection(
        classNames = {
            "com.github.benmanes.caffeine.cache.PSMS",
            "com.github.benmanes.caffeine.cache.SSMS",
            "io.github.mngsk.devicedetector.client.ClientRegex",
            "io.github.mngsk.devicedetector.client.bot.BotRegex",
            "io.github.mngsk.devicedetector.client.browser.BrowserEngine",
            "io.github.mngsk.devicedetector.client.browser.BrowserRegex",
            "io.github.mngsk.devicedetector.client.browser.EngineRegex",
            "io.github.mngsk.devicedetector.device.DeviceRegex",
            "io.github.mngsk.devicedetector.device.ModelRegex",
            "io.github.mngsk.devicedetector.operatingsystem.OperatingSystemRegex",
            "io.github.mngsk.devicedetector.operatingsystem.PlatformRegex",
            "io.quarkus.vertx.http.runtime.TrustedProxyCheck$TrustedProxyCheckPart",
            "io.smallrye.common.net.CidrAddress",
            "jakarta.json.JsonObjectBuilder",
            "jakarta.mail.Provider",
            "org.eclipse.angus.mail.handlers.handler_base",
            "org.eclipse.angus.mail.handlers.message_rfc822",
            "org.eclipse.angus.mail.handlers.multipart_mixed",
            "org.eclipse.angus.mail.handlers.text_html",
            "org.eclipse.angus.mail.handlers.text_plain",
            "org.eclipse.angus.mail.handlers.text_xml",
            "org.eclipse.angus.mail.smtp.SMTPSSLTransport",
            "org.eclipse.angus.mail.smtp.SMTPTransport",
            "org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension",
            "org.flywaydb.core.internal.publishing.PublishingConfigurationExtension",
            "org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension",
            "org.flywaydb.database.postgresql.TransactionalModel",
            "org.hibernate.resource.transaction.backend.jdbc.internal.JdbcResourceLocalTransactionCoordinatorBuilderImpl",
            "org.postgresql.Driver"
        })
final class LibraryTypes {

    private LibraryTypes() {}
}
