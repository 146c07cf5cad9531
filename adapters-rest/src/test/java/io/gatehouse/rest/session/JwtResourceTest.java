package io.gatehouse.rest.session;

import static io.gatehouse.rest.RestFixtures.DEMO;
import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.RestFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.session.IssueJwt;
import io.gatehouse.application.session.Jwts;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.InvalidArgument;
import io.gatehouse.domain.Refusal.JwtCreationDenied;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.rest.RestFixtures;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.request.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwtResourceTest {

    private static final Jwts JWTS = new Jwts() {
        @Override
        public String sign(AccountId account, SessionId session, Instant issuedAt, Instant expiresAt) {
            var seconds = Duration.between(issuedAt, expiresAt).toSeconds();
            return account.value() + "." + session.value() + "." + seconds;
        }

        @Override
        public Optional<Claims> verify(ProjectId project, String jwt, Instant now) {
            return Optional.empty();
        }

        @Override
        public String publicKeys(ProjectId project) {
            return "{\"keys\":[]}";
        }
    };

    @ParameterizedTest
    @CsvSource({"{}, 900", "{\"duration\":3600}, 3600", "{\"duration\":\"1\"}, 1", "{\"duration\":null}, 900"})
    void a_session_gets_a_jwt_for_a_quarter_of_an_hour_or_up_to_a_whole_one(String body, int seconds)
            throws JsonProcessingException {
        assertThat(Json.WRITER.writeValueAsString(create(RestFixtures.alice(), body)))
                .isEqualTo("{\"jwt\":\"alice.s1." + seconds + "\"}");
    }

    @ParameterizedTest
    @CsvSource({"{\"duration\":0}", "{\"duration\":3601}", "{\"duration\":true}"})
    void other_durations_are_refused(String body) {
        assertThatThrownBy(() -> create(RestFixtures.alice(), body))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isInstanceOf(InvalidArgument.class));
    }

    @Test
    void a_request_by_jwt_gets_no_jwt() {
        assertThatThrownBy(() -> create(RestFixtures.aliceByJwt(), "{}"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(new JwtCreationDenied()));
    }

    private static JwtBody create(Caller caller, String body) {
        return new JwtResource(RestFixtures.call(caller, json(body)), new IssueJwt(JWTS, () -> NOON)).createJWT();
    }

    @Test
    void keys_are_cacheable_for_five_minutes_per_project_and_origin() throws JsonProcessingException {
        var answer = KeySetBody.answer(JWTS, DEMO);
        assertThat(Json.WRITER.writeValueAsString(answer.getEntity())).isEqualTo("{\"keys\":[]}");
        assertThat(answer.getHeaders().getFirst("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(answer.getHeaders().getFirst("Vary")).isEqualTo("Origin, X-Appwrite-Project");
    }
}
