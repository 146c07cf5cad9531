package io.gatehouse.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.bootstrap.TestKeys;
import io.gatehouse.bootstrap.database.DatabaseAccess;
import io.gatehouse.bootstrap.keys.CryptoKeys;
import io.gatehouse.security.RandomSecrets;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupChecksTest {

    private static final String KEY = "gatehouse.projects.shop.api-keys.server.secret";
    private static final String JWT = "gatehouse.projects.shop.jwt-keys";
    private static final String GOOD = "b8d1f1a5c0e94d0f8f1d2c3b4a596877";

    @Test
    void a_configuration_with_a_project_key_and_a_database_password_is_accepted() {
        assertThatCode(() -> check(Map.of(KEY, GOOD, JWT, "key"), "s3rious-passw0rd"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_project_is_required() {
        assertThatThrownBy(() -> check(Map.of(), "s3rious-passw0rd")).hasMessageContaining("no project");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changeme",
                "change-me",
                "CHANGE_ME_PLEASE_THIS_IS_A_LONG_PLACEHOLDER",
                "PLACEHOLDER",
                "too-short"
            })
    void a_placeholder_or_a_short_key_is_refused_without_being_quoted(String secret) {
        assertThatThrownBy(() -> check(Map.of(KEY, secret, JWT, "key"), "s3rious-passw0rd"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(KEY)
                .hasMessageNotContaining(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgres", "password", "changeme"})
    void a_real_database_password_is_required(String password) {
        assertThatThrownBy(() -> check(Map.of(KEY, GOOD, JWT, "key"), password))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("quarkus.datasource.password");
    }

    @Test
    void a_jwt_key_of_the_project_is_required() {
        assertThatThrownBy(() -> check(Map.of(KEY, GOOD), "s3rious-passw0rd")).hasMessageContaining(JWT);
        var withoutJwts = Map.of(KEY, GOOD, "gatehouse.projects.shop.policies.auth.jwt", "false");
        assertThatCode(() -> check(withoutJwts, "s3rious-passw0rd")).doesNotThrowAnyException();
    }

    @Test
    void a_message_encryption_key_is_required() {
        assertThatThrownBy(() -> StartupChecks.requireMessageKey(config(Map.of())))
                .hasMessageContaining("gatehouse.message-keys");
        assertThatCode(() -> StartupChecks.requireMessageKey(config(Map.of("gatehouse.message-keys", GOOD))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_key_for_second_factors_is_required() {
        assertThatThrownBy(() -> StartupChecks.requireVaultKey(config(Map.of())))
                .hasMessageContaining("gatehouse.vault-keys");
        assertThatCode(() -> StartupChecks.requireVaultKey(config(Map.of("gatehouse.vault-keys", GOOD))))
                .doesNotThrowAnyException();
        var shared =
                Map.of("gatehouse.vault-keys", GOOD, "gatehouse.message-keys", GOOD.toUpperCase(Locale.ROOT) + " ");
        assertThatThrownBy(() -> StartupChecks.requireVaultKey(config(shared)))
                .hasMessageContaining("gatehouse.vault-keys must differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {JWT, "gatehouse.message-keys", "gatehouse.vault-keys"})
    void malformed_keys_are_refused_by_name_without_being_quoted(String property) {
        var config = config(Map.of(KEY, GOOD, property, "change-me"));
        assertThatThrownBy(() -> new CryptoKeys(config, new RandomSecrets()).check())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(property)
                .hasMessageNotContaining("change-me");
    }

    @Test
    void keys_generated_as_the_hints_describe_are_accepted() {
        var keys = Map.of(
                JWT,
                TestKeys.signing(),
                "gatehouse.message-keys",
                TestKeys.encryption(),
                "gatehouse.vault-keys",
                TestKeys.encryption());
        assertThatCode(() -> new CryptoKeys(config(keys), new RandomSecrets()).check())
                .doesNotThrowAnyException();
    }

    private static void check(Map<String, String> properties, String password) {
        var database = new DatabaseAccess("postgresql://localhost/db", "gatehouse", password);
        StartupChecks.run(config(properties), database);
    }

    private static GatehouseConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(GatehouseConfig.class)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(GatehouseConfig.class);
    }
}
