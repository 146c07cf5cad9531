package io.gatehouse.security.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.gatehouse.domain.ProjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigningKeysTest {

    private static final ProjectId DEMO = new ProjectId("demo");

    /** Made by OpenSSL 3: {@code openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256}. */
    private static final String PEM = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgNZCjWbxC6aXTgtDG
            G2OkzPgI/geFi4JmuEZPkfFCMuGhRANCAASSvNDTszjAkFaze3L/yVKe+J3Vg70l
            CXifCBSEIxQyIMll4OqIYBE1iAN+ZS1EpIFgakXzpXilENNdT7Sx12JM
            -----END PRIVATE KEY-----
            """;

    /** Its public half, as {@code openssl pkey -text} prints it. */
    private static final String X = "92bcd0d3b338c09056b37b72ffc9529ef89dd583bd2509789f08148423143220";

    private static final String Y = "c965e0ea8860113588037e652d44a481606a45f3a578a510d35d4fb4b1d7624c";

    private final Path folder;

    SigningKeysTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_id_of_a_pem_key_is_its_thumbprint() throws ParseException, JOSEException {
        var key = only(SigningKeys.given(List.of(PEM)));
        assertThat(key.getX()).isEqualTo(Base64URL.encode(HexFormat.of().parseHex(X)));
        assertThat(key.getY()).isEqualTo(Base64URL.encode(HexFormat.of().parseHex(Y)));
        assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
    }

    @Test
    void a_jwk_keeps_its_own_id() throws ParseException, JOSEException {
        var jwk = new ECKeyGenerator(Curve.P_256).keyID("2026-11").generate();
        assertThat(only(SigningKeys.given(List.of(jwk.toJSONString()))).getKeyID())
                .isEqualTo("2026-11");
    }

    @ParameterizedTest
    @MethodSource("whatIsNoKeyOfOurs")
    void other_texts_are_refused_without_being_quoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKeys.given(List.of(text)))
                .withMessage("a signing key must be a JWK, or PKCS #8 in PEM, with a P-256 key")
                .withNoCause();
    }

    static Stream<String> whatIsNoKeyOfOurs() throws Exception {
        var jwk = ECKey.parse(SigningKey.generate());
        var stranger = ECKey.parse(SigningKey.generate());
        var p384 = new ECKeyGenerator(Curve.P_384).generate();
        return Stream.of(
                "",
                "changeme",
                "{",
                "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}",
                jwk.toPublicJWK().toJSONString(),
                jwk.toJSONString()
                        .replace(jwk.getX().toString(), stranger.getX().toString()),
                new ECKey.Builder(stranger).d(jwk.getD()).build().toJSONString(),
                p384.toJSONString(),
                pem("PRIVATE KEY", p384.toECPrivateKey().getEncoded()),
                pem("PUBLIC KEY", jwk.toECPublicKey().getEncoded()),
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n");
    }

    @Test
    void without_a_key_construction_fails() {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKeys.given(List.of()));
    }

    @Test
    void two_keys_with_one_id_are_refused_without_being_quoted() throws JOSEException {
        var first = new ECKeyGenerator(Curve.P_256).keyID("main").generate();
        var second = new ECKeyGenerator(Curve.P_256).keyID("main").generate();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKeys.given(List.of(first.toJSONString(), second.toJSONString())))
                .withMessage("no two signing keys may have the same ID");
    }

    @Test
    void a_stored_key_is_the_same_after_a_restart() {
        assertThat(SigningKeys.kept(folder, DEMO).toJson())
                .isEqualTo(SigningKeys.kept(folder, DEMO).toJson());
    }

    @Test
    void every_project_has_a_key_of_its_own_in_a_file_readable_by_its_owner_only() throws IOException {
        var other = new ProjectId("other");
        assertThat(SigningKeys.kept(folder, DEMO).toJson())
                .isNotEqualTo(SigningKeys.kept(folder, other).toJson());
        assertThat(folder.resolve("other.jwk")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("demo.jwk"))))
                .isEqualTo("rw-------");
    }

    @Test
    void concurrent_first_starts_get_the_same_key() throws Exception {
        Callable<String> start = () -> SigningKeys.kept(folder, DEMO).toJson();
        var seen = new ArrayList<String>();
        try (var nodes = Executors.newFixedThreadPool(8)) {
            for (var node : nodes.invokeAll(List.of(start, start, start, start, start, start, start, start))) {
                seen.add(node.get());
            }
        }
        assertThat(seen).hasSize(8).containsOnly(SigningKeys.kept(folder, DEMO).toJson());
    }

    private static ECKey only(SigningKeys keys) throws ParseException {
        return JWKSet.parse(keys.toJson()).getKeys().getFirst().toECKey();
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }
}
