package io.gatehouse.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.bootstrap.KeysOfTests;
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
    void a_project_with_a_key_of_its_own_and_a_database_password_may_run() {
        assertThatCode(() -> check(Map.of(KEY, GOOD, JWT, "key"), "s3rious-passw0rd"))
                .doesNotThrowAnyException();
    }

    @Test
    void there_has_to_be_a_project() {
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
    void a_placeholder_or_a_short_key_is_refused_without_being_repeated(String secret) {
        assertThatThrownBy(() -> check(Map.of(KEY, secret, JWT, "key"), "s3rious-passw0rd"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(KEY)
                .hasMessageNotContaining(secret);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgres", "password", "changeme"})
    void a_database_password_has_to_be_one(String password) {
        assertThatThrownBy(() -> check(Map.of(KEY, GOOD, JWT, "key"), password))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("quarkus.datasource.password");
    }

    @Test
    void a_project_signs_its_jwts_with_a_key_of_its_own_or_not_at_all() {
        assertThatThrownBy(() -> check(Map.of(KEY, GOOD), "s3rious-passw0rd")).hasMessageContaining(JWT);
        var withoutJwts = Map.of(KEY, GOOD, "gatehouse.projects.shop.policies.auth.jwt", "false");
        assertThatCode(() -> check(withoutJwts, "s3rious-passw0rd")).doesNotThrowAnyException();
    }

    @Test
    void messages_are_sealed_under_a_key_of_ones_own() {
        assertThatThrownBy(() -> StartupChecks.requireMessageKey(config(Map.of())))
                .hasMessageContaining("gatehouse.message-keys");
        assertThatCode(() -> StartupChecks.requireMessageKey(config(Map.of("gatehouse.message-keys", GOOD))))
                .doesNotThrowAnyException();
    }

    @Test
    void second_factors_are_kept_under_a_key_of_ones_own() {
        assertThatThrownBy(() -> StartupChecks.requireVaultKey(config(Map.of())))
                .hasMessageContaining("gatehouse.vault-keys");
        assertThatCode(() -> StartupChecks.requireVaultKey(config(Map.of("gatehouse.vault-keys", GOOD))))
                .doesNotThrowAnyException();
        var shared =
                Map.of("gatehouse.vault-keys", GOOD, "gatehouse.message-keys", GOOD.toUpperCase(Locale.ROOT) + " ");
        assertThatThrownBy(() -> StartupChecks.requireVaultKey(config(shared)))
                .hasMessageContaining("gatehouse.vault-keys must be others");
    }

    @ParameterizedTest
    @ValueSource(strings = {JWT, "gatehouse.message-keys", "gatehouse.vault-keys"})
    void keys_that_are_none_are_refused_by_name_without_being_repeated(String property) {
        var config = config(Map.of(KEY, GOOD, property, "change-me"));
        assertThatThrownBy(() -> new CryptoKeys(config, new RandomSecrets()).check())
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(property)
                .hasMessageNotContaining("change-me");
    }

    @Test
    void keys_as_the_hints_make_them_are_taken() {
        var keys = Map.of(
                JWT,
                KeysOfTests.signing(),
                "gatehouse.message-keys",
                KeysOfTests.sealing(),
                "gatehouse.vault-keys",
                KeysOfTests.sealing());
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
