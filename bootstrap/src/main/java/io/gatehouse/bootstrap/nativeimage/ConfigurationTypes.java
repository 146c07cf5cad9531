package io.gatehouse.bootstrap.nativeimage;

import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.KnownNames;
import io.gatehouse.bootstrap.config.MailerConfig;
import io.gatehouse.bootstrap.config.PoliciesConfig;
import io.gatehouse.bootstrap.config.ProjectConfig;
import io.gatehouse.bootstrap.config.ProjectMailConfig;
import io.gatehouse.bootstrap.config.SmsConfig;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The settings, whose methods and annotations are read when unknown names are looked for. Includes nested types. */
@RegisterForReflection(
        targets = {
            GatehouseConfig.class,
            KnownNames.class,
            MailerConfig.class,
            PoliciesConfig.class,
            ProjectConfig.class,
            ProjectMailConfig.class,
            SmsConfig.class
        })
final class ConfigurationTypes {

    private ConfigurationTypes() {}
}
