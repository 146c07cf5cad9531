package io.gatehouse.rest.format;

import static io.gatehouse.rest.RestFixtures.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.rest.account.AccountBody;
import io.gatehouse.rest.error.ErrorBody;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.mfa.SampleFactors;
import io.gatehouse.rest.request.ResponseFormat;
import io.gatehouse.rest.session.SampleSessions;
import io.gatehouse.rest.target.TargetBody;
import io.gatehouse.rest.token.SampleToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCompatibilityTest {

    private static final EmailDomains DOMAINS = new EmailDomains() {
        @Override
        public boolean isFree(String domain) {
            return false;
        }

        @Override
        public boolean isDisposable(String domain) {
            return false;
        }
    };

    private static final ResponseFormat NEWEST = new ResponseFormat(2, 0, 0);

    private static final String IMPERSONATION = ",\"impersonator\":false,\"impersonatorUserId\":null";

    /** A column is a model, a row is a requested response format with the fields that the format omits. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            format | Account                          | Session | SessionList | Token | MfaFactors | Target
            1.0.0  | impersonator, impersonatorUserId | -       | -           | -     | -          | -
            1.2.0  | impersonator, impersonatorUserId | -       | -           | -     | -          | -
            1.3.8  | impersonator, impersonatorUserId | -       | -           | -     | -          | -
            1.4.0  | impersonator, impersonatorUserId | -       | -           | -     | -          | -
            1.5.0  | impersonator, impersonatorUserId | -       | -           | -     | -          | -
            1.6.0  | impersonator, impersonatorUserId | -       | -           | -     | -          | -
            1.7.0  | impersonator, impersonatorUserId | -       | -           | -     | -          | -
            1.8.0  | impersonator, impersonatorUserId | -       | -           | -     | -          | -
            1.8.99 | impersonator, impersonatorUserId | -       | -           | -     | -          | -
            1.9.0  | -                                | -       | -           | -     | -          | -
            1.9.5  | -                                | -       | -           | -     | -          | -
            1.10.0 | -                                | -       | -           | -     | -          | -
            2.0.0  | -                                | -       | -           | -     | -          | -
            99.0.0 | -                                | -       | -           | -     | -          | -
            ''     | -                                | -       | -           | -     | -          | -
            latest | -                                | -       | -           | -     | -          | -
            """)
    void these_fields_are_omitted_in_earlier_formats(
            String version,
            String account,
            String session,
            String sessions,
            String token,
            String factors,
            String target)
            throws JsonProcessingException {
        var format = ResponseFormat.parse(version).orElse(NEWEST);
        assertThat(lost(AccountBody.of(ALICE, DOMAINS), format)).isEqualTo(account);
        assertThat(lost(SampleSessions.one(), format)).isEqualTo(session);
        assertThat(lost(SampleSessions.list(), format)).isEqualTo(sessions);
        assertThat(lost(SampleToken.one(), format)).isEqualTo(token);
        assertThat(lost(SampleFactors.all(), format)).isEqualTo(factors);
        assertThat(lost(TargetBody.of(ALICE.targets().getFirst(), ALICE.id()), format))
                .isEqualTo(target);
    }

    /** @return the omitted fields, after asserting that all others are unchanged and in the same order */
    private static String lost(Object body, ResponseFormat requested) throws JsonProcessingException {
        var before = Json.READER.readTree(Json.WRITER.writeValueAsString(body));
        var after = Json.READER.readTree(Json.WRITER.writeValueAsString(ResponseCompatibility.of(body, requested)));
        var lost = before.propertyStream()
                .filter(field -> !after.has(field.getKey()))
                .map(field -> field.getKey())
                .toList();
        assertThat(after.propertyStream().toList())
                .isEqualTo(before.propertyStream()
                        .filter(field -> after.has(field.getKey()))
                        .toList());
        return lost.isEmpty() ? "-" : String.join(", ", lost);
    }

    @Test
    void the_impersonation_fields_are_the_last_of_an_account_or_absent() throws JsonProcessingException {
        var body = AccountBody.of(ALICE, DOMAINS);
        var before = Json.WRITER.writeValueAsString(body);
        var after = Json.WRITER.writeValueAsString(ResponseCompatibility.of(body, new ResponseFormat(1, 8, 0)));
        assertThat(before).endsWith("\"accessedAt\":\"2024-02-29T12:00:00.123+00:00\"" + IMPERSONATION + "}");
        assertThat(after).isEqualTo(before.replace(IMPERSONATION, ""));
    }

    @Test
    void errors_are_the_same_in_every_version() {
        var error = new ErrorBody("No.", 404, "user_not_found", "1.9.6");
        assertThat(ResponseCompatibility.of(error, new ResponseFormat(1, 0, 0))).isSameAs(error);
    }
}
