package io.gatehouse.application.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.Altered;
import io.gatehouse.application.session.Jwts.Claims;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every promise of {@link Jwts}. */
public abstract class JwtsContract {

    protected static final ProjectId DEMO = new ProjectId("demo");
    protected static final ProjectId OTHER = new ProjectId("other");

    private static final AccountId ALICE = new AccountId(DEMO, "alice");
    private static final AccountId BOB = new AccountId(DEMO, "bob");
    private static final SessionId SESSION = new SessionId(DEMO, "680b50a30035e");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant QUARTER_PAST = NOON.plus(Duration.ofMinutes(15));
    private static final Pattern KEY_ID = Pattern.compile("\"kid\":\"([^\"]+)\"");
    private static final Pattern X = Pattern.compile("\"x\":\"([^\"]+)\"");
    private static final Pattern Y = Pattern.compile("\"y\":\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("\\{[^{}]*\"kid\"[^{}]*}");

    /** @return the JWTs of both projects, each of which has one key of its own */
    protected abstract Jwts jwts();

    /** From now on, {@link #jwts()} signs for the project {@code demo} with a new key; its older one still verifies. */
    protected abstract void rotate();

    /** From now on, {@link #jwts()} holds only the current key of the project {@code demo}. */
    protected abstract void removeOlderKey();

    @Test
    void a_jwt_is_a_compact_jws() {
        var parts = parts(jwt());
        assertThat(parts).hasSize(3).allMatch(part -> part.matches("[A-Za-z0-9_-]+"));
        assertThat(decoded(parts[0])).startsWith("{").contains("\"kid\":", "\"alg\":\"ES256\"");
    }

    @Test
    void a_backend_verifies_a_jwt_with_the_published_keys() throws GeneralSecurityException {
        var jwt = jwt();
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(publishedKeyOf(jwt));
        signature.update(jwt.substring(0, jwt.lastIndexOf('.')).getBytes(UTF_8));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(jwt.substring(jwt.lastIndexOf('.') + 1))))
                .isTrue();
    }

    @Test
    void a_jwt_is_valid_until_the_second_in_which_it_expires() {
        var jwt = jwt();
        assertThat(jwts().verify(DEMO, jwt, NOON)).contains(new Claims(ALICE, SESSION));
        assertThat(jwts().verify(DEMO, jwt, QUARTER_PAST.minusNanos(1_000))).contains(new Claims(ALICE, SESSION));
        assertThat(jwts().verify(DEMO, jwt, QUARTER_PAST)).isEmpty();
    }

    @Test
    void a_fraction_of_a_second_does_not_extend_a_jwt() {
        var jwt = jwts().sign(ALICE, SESSION, NOON.plusMillis(900), QUARTER_PAST.plusMillis(900));
        assertThat(jwts().verify(DEMO, jwt, QUARTER_PAST.minusNanos(1_000))).isPresent();
        assertThat(jwts().verify(DEMO, jwt, QUARTER_PAST)).isEmpty();
    }

    @Test
    void a_jwt_is_valid_in_its_own_project_only() {
        assertThat(jwts().verify(OTHER, jwt(), NOON)).isEmpty();
        var elsewhere = jwts().sign(new AccountId(OTHER, "alice"), new SessionId(OTHER, "s"), NOON, QUARTER_PAST);
        assertThat(jwts().verify(OTHER, elsewhere, NOON)).isPresent();
        assertThat(jwts().verify(DEMO, elsewhere, NOON)).isEmpty();
    }

    @Test
    void no_jwt_is_valid_in_a_project_that_does_not_exist() {
        assertThat(jwts().verify(new ProjectId("nowhere"), jwt(), NOON)).isEmpty();
    }

    @Test
    void a_jwt_with_any_part_changed_is_not_valid() {
        assertThat(Altered.copiesOf(jwt())).hasSize(3).allSatisfy(altered -> assertThat(
                        jwts().verify(DEMO, altered, NOON))
                .isEmpty());
    }

    @Test
    void claims_under_the_signature_of_another_jwt_are_not_valid() {
        var alice = parts(jwt());
        var bob = parts(jwts().sign(BOB, SESSION, NOON, QUARTER_PAST));
        assertThat(jwts().verify(DEMO, alice[0] + "." + bob[1] + "." + alice[2], NOON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "", "ES256", "HS256"})
    void claims_without_a_signature_are_not_valid(String algorithm) {
        var jwt = jwt();
        var header = "{\"typ\":\"JWT\",\"alg\":\"" + algorithm + "\",\"kid\":\"" + keyIdOf(jwt) + "\"}";
        assertThat(jwts().verify(DEMO, encoded(header) + "." + parts(jwt)[1] + ".", NOON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "....",
                "a.b.c",
                "e30.e30.",
                "e30.e30.e30",
                "bnVsbA.bnVsbA.bnVsbA",
                "🦊.🦊.🦊"
            })
    void malformed_text_is_not_valid(String text) {
        assertThat(jwts().verify(DEMO, text, NOON)).isEmpty();
    }

    @Test
    void the_current_key_signs() {
        var before = jwt();
        rotate();
        var after = jwt();
        assertThat(keyIdOf(after)).isNotEqualTo(keyIdOf(before));
        assertThat(jwts().verify(DEMO, after, NOON)).isPresent();
        removeOlderKey();
        assertThat(jwts().verify(DEMO, after, NOON)).isPresent();
    }

    @Test
    void an_older_key_verifies_until_it_is_removed() {
        var before = jwt();
        rotate();
        assertThat(jwts().verify(DEMO, before, NOON)).isPresent();
        removeOlderKey();
        assertThat(jwts().verify(DEMO, before, NOON)).isEmpty();
    }

    @Test
    void every_key_that_verifies_is_published() {
        var before = keyIdOf(jwt());
        rotate();
        var after = keyIdOf(jwt());
        assertThat(publishedKeyIds()).containsExactlyInAnyOrder(before, after);
        removeOlderKey();
        assertThat(publishedKeyIds()).containsExactly(after);
    }

    @Test
    void the_published_keys_are_a_json_web_key_set_without_private_parts() {
        assertThat(jwts().publicKeys(DEMO))
                .startsWith("{\"keys\":[{")
                .endsWith("}]}")
                .doesNotContain("\"d\":");
    }

    private String jwt() {
        return jwts().sign(ALICE, SESSION, NOON, QUARTER_PAST);
    }

    private List<String> publishedKeyIds() {
        return KEY_ID.matcher(jwts().publicKeys(DEMO))
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    private PublicKey publishedKeyOf(String jwt) throws GeneralSecurityException {
        var key = KEY.matcher(jwts().publicKeys(DEMO))
                .results()
                .map(MatchResult::group)
                .filter(candidate -> first(KEY_ID, candidate).equals(keyIdOf(jwt)))
                .findFirst()
                .orElseThrow();
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(coordinate(X, key), coordinate(Y, key));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger coordinate(Pattern name, String key) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(first(name, key)));
    }

    private static String keyIdOf(String jwt) {
        return first(KEY_ID, decoded(parts(jwt)[0]));
    }

    private static String first(Pattern pattern, String json) {
        return pattern.matcher(json).results().findFirst().orElseThrow().group(1);
    }

    private static String[] parts(String jwt) {
        return jwt.split("\\.", -1);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
