package io.gatehouse.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.security.SecretFile;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** The keys of one project: one that signs, and older ones whose signatures are still believed. */
public final class SigningKeys {

    private final ECKey current;
    private final JWKSet publicKeys;
    private final DefaultJWTProcessor<SecurityContext> verifier = new DefaultJWTProcessor<>();

    private SigningKeys(List<ECKey> keys) {
        current = keys.getFirst();
        publicKeys = new JWKSet(List.<JWK>copyOf(keys)).toPublicJWKSet();
        verifier.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(publicKeys)));
        // Claims are judged by whoever asks, by a clock of their own.
        verifier.setJWTClaimsSetVerifier((_, _) -> {});
    }

    /**
     * @param texts JSON Web Keys (RFC 7517) or, in PEM, PKCS #8 (RFC 5958), the current key first
     * @throws IllegalArgumentException if there is none, one is not a private key of P-256, or two share an ID; no
     *     message holds any part of a key
     */
    public static SigningKeys given(List<String> texts) {
        var keys = texts.stream().map(SigningKey::parse).toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there must be a signing key");
        }
        if (keys.stream().map(ECKey::getKeyID).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("no two signing keys may have the same ID");
        }
        return new SigningKeys(keys);
    }

    /**
     * One key, made when a project starts for the first time and kept in a file of its own, for its owner alone.
     *
     * @throws IllegalArgumentException if something else is in the file
     */
    public static SigningKeys kept(Path folder, ProjectId project) {
        var file = folder.resolve(project.value() + ".jwk");
        return given(List.of(SecretFile.of(file, SigningKey::generate)));
    }

    /** @return a compact JWS that names the key */
    String sign(JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(current.getKeyID())
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(current));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has ES256", impossible);
        }
        return jwt.serialize();
    }

    /** @return empty unless one of these keys signed it with ES256, whatever algorithm or key it brings along */
    Optional<JWTClaimsSet> verify(String jwt) {
        try {
            return Optional.of(verifier.process(jwt, null));
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException _) {
            // The last because the library answers a header of null with a NullPointerException.
            return Optional.empty();
        }
    }

    /** @return a JSON Web Key Set, the current key first */
    String toJson() {
        return publicKeys.toString();
    }
}
