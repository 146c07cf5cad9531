package io.gatehouse.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundStatementsTest {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final BackgroundStatements statements = new BackgroundStatements(() -> now);

    @Test
    void a_statement_that_is_refused_three_times_in_a_row_does_not_work() {
        refuse(2, "claiming a segment", "42501");
        assertThat(statements.problem()).isEmpty();

        refuse(1, "claiming a segment", "42501");
        assertThat(statements.problem()).hasValueSatisfying(problem -> assertThat(problem)
                .startsWith("claiming a segment failed 3 times in a row")
                .contains("permission denied", "42501"));
    }

    @Test
    void a_statement_that_works_again_is_no_problem() {
        refuse(5, "claiming a segment", "42501");
        statements.watch("claiming a segment", Future.succeededFuture());
        assertThat(statements.problem()).isEmpty();
    }

    @Test
    void a_statement_that_works_does_not_hide_another_that_does_not() {
        refuse(3, "claiming a segment", "42P01");
        statements.watch("reading the segments", Future.succeededFuture());
        assertThat(statements.problem()).isPresent();
    }

    @Test
    void a_failure_is_forgotten_when_the_statement_was_not_needed_for_three_minutes() {
        refuse(3, "storing the progress of a segment", "42501");
        now = now.plus(Duration.ofMinutes(2));
        assertThat(statements.problem()).isPresent();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(statements.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "22021", "23505", "40001"})
    void an_outage_a_refused_value_and_a_lost_race_do_not_count(String state) {
        refuse(9, "claiming a segment", state);
        assertThat(statements.problem()).isEmpty();
    }

    @Test
    void a_lost_connection_does_not_count() {
        for (var time = 0; time < 9; time++) {
            statements.failed("claiming a segment", new IOException("Connection refused"));
        }
        assertThat(statements.problem()).isEmpty();
    }

    @Test
    void the_content_of_an_unreadable_event_is_not_part_of_the_problem() {
        for (var time = 0; time < 3; time++) {
            statements.failed("reading the event log", new IllegalStateException("cannot read alice@example.com"));
        }
        assertThat(statements.problem())
                .contains("reading the event log failed 3 times in a row: IllegalStateException");
    }

    private void refuse(int times, String operation, String state) {
        for (var time = 0; time < times; time++) {
            statements.watch(operation, Future.failedFuture(new PgException("permission denied", "ERROR", state, "")));
        }
    }
}
