package io.gatehouse.bootstrap.config;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownNamesTest {

    private static final String SHOP = "gatehouse.projects.shop.";

    @Test
    void an_unknown_setting_is_reported_with_its_file_its_line_and_the_nearest_known_one(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("application.properties");
        Files.writeString(file, "# Our shop\n" + SHOP + "policies.auth.magicurl=false\n");
        assertThatThrownBy(check(new PropertiesConfigSource(file.toUri().toURL())))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(String.format(
                        Locale.ROOT,
                        "unknown settings\n  %spolicies.auth.magicurl in %s:2; the nearest known is %spolicies.auth.magic-url",
                        SHOP,
                        file.toUri().toURL(),
                        SHOP));
    }

    @Test
    void all_unknown_names_are_reported_at_once() {
        var source = file(Map.of("gatehouse.dat", "x", SHOP + "nam", "Shop", "gatehouse.role", "wroker"));
        assertThatThrownBy(check(source, environment(Map.of("GATEHOUSE_MAILER_HOTS", "x"))))
                .message()
                .hasLineCount(5);
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse.dat, gatehouse.data",
        "gatehouse.DATA, gatehouse.data",
        "gatehouse.data.folder, gatehouse.data",
        "gatehouse.rate-limit.enabled, gatehouse.rate-limits.enabled",
        "gatehouse.ratelimits.enabled, gatehouse.rate-limits.enabled",
        "gatehouse.rate.limits.enabled, gatehouse.rate-limits.enabled",
        "gatehouse.message-kys[1], gatehouse.message-keys[1]",
        "gatehouse.data[0], gatehouse.data",
        "%production.gatehouse.embeded, gatehouse.embedded",
        "gatehouse.project.shop.name, gatehouse.projects.shop.name",
        "gatehouse.projects.shop.nam, gatehouse.projects.shop.name",
        "gatehouse.projects.\"my.shop\".nam, gatehouse.projects.\"my.shop\".name",
        "gatehouse.projects.name, gatehouse.projects.*.name",
        "gatehouse.projects.my.shop.name, gatehouse.projects.shop.name",
        "gatehouse.projects.shop.api-keys.server.secrt, gatehouse.projects.shop.api-keys.server.secret",
        "gatehouse.projects.shop.apikeys.server.secret, gatehouse.projects.shop.api-keys.server.secret",
        "gatehouse.projects.shop.platforms.web.hostnames, gatehouse.projects.shop.platforms.web.hostname",
        "gatehouse.projects.shop.policies.mfa.mail, gatehouse.projects.shop.policies.mfa.email",
    })
    void a_misspelt_setting_is_unknown(String name, String nearest) {
        assertThatThrownBy(check(file(Map.of(name, "x"))))
                .hasMessageContaining("  " + name + " in ")
                .hasMessageEndingWith("the nearest known is " + nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "policies.auth.magicurl, policies.auth.magic-url",
        "policies.auth.magic_url, policies.auth.magic-url",
        "policies.auth.email, policies.auth.email-otp",
        "policies.auht.phone, policies.auth.phone",
        "policies.auth.phone.enabled, policies.auth.phone",
        "services.acount, services.account",
        "services.graphql, services.rest",
        "mail.templates.magicsession.en.subject, mail.templates.magicSession.en.subject",
        "mail.templates.otpSesion.en.message, mail.templates.otpSession.en.message",
        "mail.templates.recovery.pt_BR.message, mail.templates.recovery.pt-BR.message",
        "mail.templates.recovery.en.sender.adress, mail.templates.recovery.en.sender.address",
        "mail.templates.phoneLogin.en.message, mail.templates.phoneChanged.en.message",
        "sms.texts.phoneLogn.en, sms.texts.phoneLogin.en",
        "sms.texts.phoneLogin.de_AT, sms.texts.phoneLogin.de-AT",
    })
    void a_map_key_that_names_nothing_is_unknown(String name, String nearest) {
        assertThatThrownBy(check(file(Map.of(SHOP + name, "x"))))
                .hasMessageContaining("  " + SHOP + name + " in ")
                .hasMessageEndingWith("the nearest known is " + SHOP + nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "gatehouse.role, wroker, worker",
        "gatehouse.sms.provider, twillio, twilio",
        "gatehouse.mailer.start-tls, require, required",
        "gatehouse.projects.shop.mail.smtp.security, ssl, tls",
        "gatehouse.projects.shop.api-keys.server.scopes, session.write, sessions.write",
        "gatehouse.projects.shop.api-keys.server.scopes[0], session.write, sessions.write",
    })
    void a_value_that_should_be_a_name_and_is_none_is_unknown(String name, String value, String nearest) {
        assertThatThrownBy(check(file(Map.of(name, value))))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(String.format(
                        Locale.ROOT,
                        "unknown settings\n  %s=%s in test.properties; the nearest known is %s",
                        name,
                        value,
                        nearest));
    }

    @Test
    void each_element_of_a_list_is_a_name() {
        var scopes = Map.of(SHOP + "api-keys.server.scopes", "sessions.write, target.write,users.read");
        assertThatThrownBy(check(file(scopes)))
                .hasMessageContaining(".scopes=target.write in")
                .hasMessageNotContaining("sessions.write")
                .hasMessageNotContaining("users.read");
    }

    @Test
    void a_language_that_no_request_can_ask_for_is_unknown() {
        assertThatThrownBy(check(file(Map.of(SHOP + "mail.templates.recovery.german.subject", "Neues Passwort"))))
                .hasMessageContaining("mail.templates.recovery.german.subject in test.properties");
    }

    @Test
    void scopes_of_services_that_we_lack_are_known_and_have_no_effect() {
        assertThatCode(check(file(Map.of(SHOP + "api-keys.server.scopes", "files.read,targets.write,sessions.write"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "GATEHOUSE_DAT, GATEHOUSE_DATA",
        "gatehouse_dat, GATEHOUSE_DATA",
        "GATEHOUSE_RATELIMITS_ENABLED, GATEHOUSE_RATE_LIMITS_ENABLED",
        "GATEHOUSE_MESSAGE_KYS_0_, GATEHOUSE_MESSAGE_KEYS_0_",
        "GATEHOUSE_MAILER_HOTS, GATEHOUSE_MAILER_HOST",
        "GATEHOUSE_PORT, GATEHOUSE_ROLE",
        "_PRODUCTION_GATEHOUSE_EMBEDED, GATEHOUSE_EMBEDDED",
        "GATEHOUSE_PROJECTS_SHOP_NAM, GATEHOUSE_PROJECTS_SHOP_NAME",
        "GATEHOUSE_PROJECTS_SHOP_APIKEYS_SERVER_SECRET, GATEHOUSE_PROJECTS_SHOP_API_KEYS_SERVER_SECRET",
        "GATEHOUSE_PROJECTS_SHOP_POLICIES_AUTH_MAGICURL, GATEHOUSE_PROJECTS_SHOP_POLICIES_AUTH_MAGIC_URL",
        "GATEHOUSE_PROJECTS__MY_SHOP__NAM, GATEHOUSE_PROJECTS__MY_SHOP__NAME",
    })
    void a_misspelt_variable_is_unknown(String variable, String nearest) {
        assertThatThrownBy(check(environment(Map.of(variable, "x"))))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(String.format(
                        Locale.ROOT,
                        "unknown settings\n  %s in the environment; the nearest known is %s",
                        variable,
                        nearest));
    }

    @Test
    void a_setting_that_no_variable_can_set_is_named_as_a_property() {
        assertThatThrownBy(check(environment(Map.of("GATEHOUSE_PROJECTS_SHOP_SMS_TEXTS_PHONELOGIN_EN", "x"))))
                .hasMessageEndingWith("the nearest known is " + SHOP + "sms.texts.phoneLogin.en");
    }

    @Test
    void a_variable_is_taken_for_a_project_with_hyphens_only_if_a_file_has_it() {
        var variable = environment(Map.of("GATEHOUSE_PROJECTS_MY_SHOP_NAME", "Shop"));
        assertThatThrownBy(check(variable)).hasMessageContaining("GATEHOUSE_PROJECTS_MY_SHOP_NAME");
        assertThatCode(check(variable, file(Map.of("gatehouse.projects.my-shop.name", "My Shop"))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_value_in_the_environment_is_reported_with_its_property() {
        assertThatThrownBy(check(environment(Map.of("GATEHOUSE_ROLE", "wroker"))))
                .hasMessageEndingWith("gatehouse.role=wroker in the environment; the nearest known is worker");
    }

    @Test
    void only_the_value_that_is_in_force_matters() {
        assertThatCode(check(environment(Map.of("GATEHOUSE_ROLE", "worker")), file(Map.of("gatehouse.role", "wroker"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GATEHOUSE_DATA",
                "GATEHOUSE_RATE_LIMITS_ENABLED",
                "GATEHOUSE_MESSAGE_KEYS",
                "GATEHOUSE_MESSAGE_KEYS_0_",
                "GATEHOUSE_TRUSTED_PROXY_HEADERS",
                "_PRODUCTION_GATEHOUSE_EMBEDDED",
                "GATEHOUSE_PROJECTS_SHOP_API_KEYS_SERVER_SECRET",
                "GATEHOUSE_PROJECTS__MY_SHOP__NAME",
                "GATEHOUSE_PROJECTS_SHOP_POLICIES_AUTH_MAGIC_URL",
                "GATEHOUSE_PROJECTS_SHOP_SERVICES_REST",
                "GATEHOUSE_PROJECTS_SHOP_MAIL_TEMPLATES_RECOVERY_DE_SUBJECT",
                "GATEHOUSE",
                "GATEHOUSES_DATA",
                "QUARKUS_HTTP_PORTS",
            })
    void a_variable_that_sets_a_property_is_known_and_others_are_not_ours(String variable) {
        assertThatCode(check(environment(Map.of(variable, "x")))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gatehouse.data",
                "gatehouse.command",
                "gatehouse.message-keys[0]",
                "gatehouse.hostnames[12]",
                "%production.gatehouse.embedded",
                "%a,b.gatehouse.embedded",
                "gatehouse.projects.shop.name",
                "gatehouse.projects.\"my.shop\".name",
                "gatehouse.projects.shop.api-keys.\"of.server\".expires-at",
                "gatehouse.projects.shop.policies.auth.magic-url",
                "gatehouse.projects.shop.mail.templates.magicSession.pt-br.subject",
                "gatehouse.projects.shop.sms.texts.phoneLogin.de",
                "quarkus.http.ports",
                "gatehouses.data",
                "gatehouse",
            })
    void a_property_that_exists_is_known_and_others_are_not_ours(String name) {
        assertThatCode(check(file(Map.of(name, "")))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/projects.properties", "benchmark/bench.properties"})
    void files_of_settings_in_this_repository_are_known(Path file) throws IOException {
        var source =
                new PropertiesConfigSource(Path.of("..").resolve(file).toUri().toURL());
        assertThatCode(check(source)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "deploy/README.md",
                "deploy/compose.yaml",
                "deploy/Dockerfile.jvm",
                "deploy/Dockerfile.native",
                "deploy/train-aot",
                "benchmark/application.sh"
            })
    void variables_in_this_repository_are_known(Path file) throws IOException {
        var variables = Pattern.compile("GATEHOUSE_\\w+")
                .matcher(Files.readString(Path.of("..").resolve(file)))
                .results()
                .collect(toMap(MatchResult::group, _ -> "", (one, _) -> one));
        assertThat(variables).isNotEmpty();
        assertThatCode(check(environment(variables))).doesNotThrowAnyException();
    }

    @Test
    void a_value_that_cannot_be_expanded_is_left_to_the_mapping() {
        assertThatCode(check(
                        file(Map.of(SHOP + "api-keys.server.secret", "${MISSING}", "gatehouse.role", "${MISSING}"))))
                .doesNotThrowAnyException();
    }

    @Test
    void variables_that_kubernetes_sets_for_services_are_not_ours() {
        var links = Map.of(
                "GATEHOUSE_SERVICE_HOST", "10.0.0.1",
                "GATEHOUSE_SERVICE_PORT", "80",
                "GATEHOUSE_SERVICE_PORT_HTTP", "80",
                "GATEHOUSE_PORT", "tcp://10.0.0.1:80",
                "GATEHOUSE_PORT_80_TCP", "tcp://10.0.0.1:80",
                "GATEHOUSE_PORT_80_TCP_ADDR", "10.0.0.1",
                "GATEHOUSE_DB_SERVICE_HOST", "10.0.0.2",
                "GATEHOUSE_DB_PORT_5432_TCP_PROTO", "tcp");
        assertThatCode(check(environment(links))).doesNotThrowAnyException();
    }

    @Test
    void system_properties_are_settings_too() {
        System.setProperty("gatehouse.comand", "serve");
        try {
            assertThatThrownBy(check(new SysPropConfigSource()))
                    .hasMessageEndingWith(
                            "gatehouse.comand in the system properties; the nearest known is gatehouse.command");
        } finally {
            System.clearProperty("gatehouse.comand");
        }
    }

    @Test
    void the_value_of_an_unknown_setting_is_not_repeated() {
        assertThatThrownBy(check(file(Map.of(SHOP + "api-keys.server.secrte", "b8d1f1a5c0e94d0f"))))
                .hasMessageNotContaining("b8d1f1a5c0e94d0f");
    }

    @Test
    void known_environment_variables_are_in_effect() {
        var config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(GatehouseConfig.class)
                .withSources(environment(Map.of(
                        "GATEHOUSE_PROJECTS_SHOP_POLICIES_AUTH_MAGIC_URL", "false",
                        "GATEHOUSE_PROJECTS_SHOP_SERVICES_REST", "false",
                        "GATEHOUSE_PROJECTS_SHOP_API_KEYS_SERVER_SECRET", "s",
                        "GATEHOUSE_PROJECTS_SHOP_MAIL_TEMPLATES_RECOVERY_DE_SUBJECT", "Neues Passwort")))
                .build()
                .getConfigMapping(GatehouseConfig.class);
        assertThat(config.projects()).containsOnlyKeys("shop");
        var shop = config.projects().values().iterator().next();
        assertThat(shop.policies().auth()).containsEntry("magic-url", false).containsEntry("email-otp", true);
        assertThat(shop.services()).containsEntry("rest", false).containsEntry("account", true);
        assertThat(shop.apiKeys()).containsOnlyKeys("server");
        assertThat(shop.mail().templates()).containsOnlyKeys("recovery");
    }

    private static ThrowingCallable check(ConfigSource... sources) {
        return () -> UnknownNames.requireKnown(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(sources)
                .build());
    }

    private static ConfigSource file(Map<String, String> properties) {
        return new PropertiesConfigSource(properties, "test.properties");
    }

    private static ConfigSource environment(Map<String, String> variables) {
        return new EnvConfigSource(variables, EnvConfigSource.ORDINAL);
    }
}
