package io.gatehouse.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.gatehouse.domain.ProjectId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on JWT verification by an attacker who knows the public key but not the private one. */
class JwtForgeryTest {

    private static final ProjectId DEMO = new ProjectId("demo");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final JWTClaimsSet CLAIMS = new JWTClaimsSet.Builder()
            .claim("userId", "admin")
            .claim("sessionId", "any")
            .audience("demo")
            .expirationTime(Date.from(NOON.plusSeconds(60)))
            .build();

    private static final String OURS = SigningKey.generate();
    private static final SigningKeys KEYS = SigningKeys.parse(List.of(OURS));
    private static final ECKey PUBLIC = ours().toPublicJWK();
    private static final ECKey FORGED = forged();

    private final Es256Jwts jwts = new Es256Jwts(Map.of(DEMO, KEYS));

    @Test
    void the_forged_claims_are_accepted_with_a_valid_signature() {
        assertAccepted(KEYS.sign(CLAIMS), true);
    }

    @Test
    void an_unsigned_jwt_is_refused() {
        assertAccepted(new PlainJWT(CLAIMS).serialize(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "ES256"})
    void an_empty_signature_is_refused_for_every_algorithm_name(String algorithm) {
        var header = base64("{\"typ\":\"JWT\",\"alg\":\"" + algorithm + "\",\"kid\":\"" + PUBLIC.getKeyID() + "\"}");
        assertAccepted(header + "." + base64(CLAIMS.toString()) + ".", false);
    }

    /** CVE-2022-21449: without a range check, a signature of zeros is valid under any key. */
    @Test
    void a_signature_of_zeros_is_refused() {
        var jwt = KEYS.sign(CLAIMS);
        var zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        assertAccepted(jwt.substring(0, jwt.lastIndexOf('.') + 1) + zeros, false);
    }

    @ParameterizedTest
    @MethodSource("spellingsOfOurPublicKey")
    void an_hmac_keyed_with_the_public_key_is_refused(byte[] secret) throws JOSEException {
        assertAccepted(signed(named(JWSAlgorithm.HS256), new MACSigner(secret)), false);
    }

    static Stream<byte[]> spellingsOfOurPublicKey() throws JOSEException {
        var der = PUBLIC.toECPublicKey().getEncoded();
        var mime = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        var pem = "-----BEGIN PUBLIC KEY-----\n" + mime + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(
                der,
                utf8(pem),
                utf8(pem.strip()),
                utf8(PUBLIC.toJSONString()),
                PUBLIC.getX().decode());
    }

    @Test
    void a_signature_by_another_key_with_our_key_id_is_refused() throws JOSEException {
        assertAccepted(signed(named(JWSAlgorithm.ES256), new ECDSASigner(FORGED)), false);
    }

    @Test
    void a_signature_by_a_key_in_the_header_is_refused() throws JOSEException {
        var signer = new ECDSASigner(FORGED);
        assertAccepted(signed(named(JWSAlgorithm.ES256).jwk(FORGED.toPublicJWK()), signer), false);
        assertAccepted(signed(new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(FORGED.toPublicJWK()), signer), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u"})
    void a_signature_by_a_key_at_a_url_is_refused_and_the_url_is_not_requested(String where)
            throws IOException, JOSEException {
        var requests = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            var keys = URI.create("http://localhost:" + server.getAddress().getPort() + "/keys");
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("elsewhere");
            var pointing = where.equals("jku") ? header.jwkURL(keys) : header.x509CertURL(keys);
            assertAccepted(signed(pointing, new ECDSASigner(FORGED)), false);
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void signatures_by_other_algorithms_are_refused() throws JOSEException {
        var p384 = new ECKeyGenerator(Curve.P_384).generate();
        var rsa = new RSAKeyGenerator(2048).generate();
        assertAccepted(signed(named(JWSAlgorithm.ES384), new ECDSASigner(p384)), false);
        assertAccepted(signed(named(JWSAlgorithm.RS256), new RSASSASigner(rsa)), false);
    }

    @Test
    void a_critical_header_parameter_is_refused() throws JOSEException {
        var header = named(JWSAlgorithm.ES256).criticalParams(Set.of("mood")).customParam("mood", "good");
        assertAccepted(signed(header, new ECDSASigner(ours())), false);
    }

    @Test
    void changed_claims_under_a_valid_signature_are_refused() {
        var parts = KEYS.sign(CLAIMS).split("\\.", -1);
        var claims = CLAIMS.toString().replace("admin", "Admin");
        assertAccepted(parts[0] + "." + base64(claims) + "." + parts[2], false);
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
                "W10.W10.W10",
                "eyJhbGciOiJFUzI1NiJ9..",
                "eyJhbGciOjF9.e30.AA",
                "eyJhbGciOm51bGx9.e30.AA",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0....",
                "🦊.🦊.🦊"
            })
    void a_text_that_is_no_jwt_is_refused(String text) {
        assertAccepted(text, false);
    }

    private void assertAccepted(String jwt, boolean accepted) {
        assertThat(jwts.verify(DEMO, jwt, NOON).isPresent()).isEqualTo(accepted);
    }

    private static JWSHeader.Builder named(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(PUBLIC.getKeyID());
    }

    private static String signed(JWSHeader.Builder header, JWSSigner signer) throws JOSEException {
        var jwt = new SignedJWT(header.build(), CLAIMS);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static ECKey ours() {
        return SigningKey.parse(OURS);
    }

    private static ECKey forged() {
        return SigningKey.parse(SigningKey.generate());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
