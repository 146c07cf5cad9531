package io.gatehouse.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures that the conformance tests cannot cause; they cause the others. */
class StartFailureTest {

    @ParameterizedTest
    @CsvSource({
        "08001, cannot be reached",
        "08006, cannot be reached",
        "28P01, refuses the login",
        "28000, refuses the login",
        "3D000, does not exist",
        "42501, may not change the schema",
        "53100, disk",
        "53300, accepts no more connections",
        "57P03, starting or stopping",
    })
    void a_failure_of_the_database_is_explained_by_its_sql_state(String state, String explanation) {
        var failure = new IllegalStateException("Flyway", new SQLException("FATAL: no\nmore lines", state));
        assertThat(StartFailure.explain(failure))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains(explanation).doesNotContain("\n"));
    }

    @Test
    void an_error_in_a_statement_is_a_bug() {
        assertThat(StartFailure.explain(new SQLException("syntax error", "42601")))
                .isEmpty();
        assertThat(StartFailure.explain(new SQLException("no state"))).isEmpty();
        assertThat(StartFailure.explain(new NullPointerException())).isEmpty();
    }

    @Test
    void the_cause_explains_the_failure_that_wraps_it() {
        var failure = new IllegalStateException(new RuntimeException(new InvalidConfigurationException("set x")));
        assertThat(StartFailure.explain(failure)).hasValue("set x");
    }

    @Test
    void codes_and_class_names_are_left_out() {
        var failure =
                new ConfigurationException("java.lang.IllegalArgumentException: SRCFG00039: The config property x");
        assertThat(StartFailure.explain(failure)).hasValue("The config property x");
    }

    @Test
    void a_cycle_of_causes_ends() {
        var outer = new IllegalStateException("outer");
        var inner = new IllegalStateException("inner", outer);
        outer.initCause(inner);
        assertThat(StartFailure.explain(outer)).isEmpty();
        assertThat(StartFailure.rootMessage(outer)).contains("IllegalStateException");
    }
}
