package io.gatehouse.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.application.session.Jwts;
import io.gatehouse.application.session.JwtsContract;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Es256JwtsTest extends JwtsContract {

    private static final AccountId ALICE = new AccountId(DEMO, "alice");
    private static final SessionId SESSION = new SessionId(DEMO, "680b50a30035e");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant QUARTER_PAST = NOON.plus(Duration.ofMinutes(15));

    private final String key = SigningKey.generate();
    private final SigningKeys keys = SigningKeys.parse(List.of(key));
    private final Es256Jwts jwts = jwts(keys);
    private final String newKey = SigningKey.generate();
    private final SigningKeys otherKeys = SigningKeys.parse(List.of(SigningKey.generate()));
    private List<String> keysOfDemo = List.of(key);

    @Override
    protected Jwts jwts() {
        return new Es256Jwts(Map.of(DEMO, SigningKeys.parse(keysOfDemo), OTHER, otherKeys));
    }

    @Override
    protected void rotate() {
        keysOfDemo = List.of(newKey, key);
    }

    @Override
    protected void removeOlderKey() {
        keysOfDemo = List.of(newKey);
    }

    @Test
    void a_jwt_has_the_claims_of_the_api_and_those_of_the_standard() throws ParseException {
        var jwt = SignedJWT.parse(sign());
        assertThat(jwt.getHeader().toJSONObject())
                .containsOnly(entry("typ", "JWT"), entry("alg", "ES256"), entry("kid", thumbprint(key)));
        assertThat(jwt.getPayload().toJSONObject())
                .containsOnly(
                        entry("userId", "alice"),
                        entry("sessionId", "680b50a30035e"),
                        entry("sub", "alice"),
                        entry("aud", "demo"),
                        entry("iat", NOON.getEpochSecond()),
                        entry("exp", QUARTER_PAST.getEpochSecond()));
    }

    @Test
    void a_jwt_of_another_project_is_refused_even_if_both_have_the_same_key() {
        var both = new Es256Jwts(Map.of(DEMO, keys, OTHER, keys));
        assertThat(both.verify(DEMO, sign(), NOON)).isPresent();
        assertThat(both.verify(OTHER, sign(), NOON)).isEmpty();
    }

    @Test
    void a_project_without_keys_accepts_no_jwt_and_publishes_no_key() {
        assertThat(jwts.verify(OTHER, sign(), NOON)).isEmpty();
        assertThat(jwts.publicKeys(OTHER)).isEqualTo("{\"keys\":[]}");
    }

    @Test
    void all_keys_are_published_without_private_parts() throws ParseException, JOSEException {
        var newer = SigningKey.generate();
        var published =
                JWKSet.parse(jwts(SigningKeys.parse(List.of(newer, key))).publicKeys(DEMO));
        assertThat(published.getKeys())
                .extracting(jwk -> jwk.getKeyID())
                .containsExactly(thumbprint(newer), thumbprint(key));
        assertThat(published.getKeys()).allSatisfy(jwk -> assertThat(jwk.toJSONObject())
                .containsOnlyKeys("kty", "crv", "x", "y", "kid", "use", "alg")
                .contains(entry("use", "sig"), entry("alg", "ES256")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"userId", "sessionId", "aud", "exp"})
    void a_jwt_without_a_required_claim_is_refused(String name) throws ParseException {
        var claims = claims(sign());
        assertThat(jwts.verify(DEMO, keys.sign(claims.build()), NOON)).isPresent();
        assertThat(jwts.verify(DEMO, keys.sign(claims.claim(name, null).build()), NOON))
                .isEmpty();
    }

    @Test
    void a_jwt_for_several_projects_is_refused() throws ParseException {
        var claims = claims(sign()).audience(List.of("demo", "other")).build();
        assertThat(jwts.verify(DEMO, keys.sign(claims), NOON)).isEmpty();
    }

    @Test
    void the_expiry_is_rounded_down_to_a_second() throws ParseException {
        var jwt = jwts.sign(ALICE, SESSION, NOON.plusMillis(900), QUARTER_PAST.plusMillis(900));
        assertThat(claims(jwt).build().getExpirationTime()).isEqualTo(Date.from(QUARTER_PAST));
    }

    private String sign() {
        return jwts.sign(ALICE, SESSION, NOON, QUARTER_PAST);
    }

    private static JWTClaimsSet.Builder claims(String jwt) throws ParseException {
        return new JWTClaimsSet.Builder(SignedJWT.parse(jwt).getJWTClaimsSet());
    }

    private static Es256Jwts jwts(SigningKeys keys) {
        return new Es256Jwts(Map.of(DEMO, keys));
    }

    private static String thumbprint(String key) throws ParseException {
        return SigningKey.parse(key).getKeyID();
    }
}
