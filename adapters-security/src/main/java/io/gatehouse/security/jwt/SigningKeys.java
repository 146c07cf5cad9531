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

/** The signing keys of one project: the current key signs; signatures of older keys are still accepted. */
public final class SigningKeys {

    private final ECKey current;
    private final JWKSet publicKeys;
    private final DefaultJWTProcessor<SecurityContext> verifier = new DefaultJWTProcessor<>();

    private SigningKeys(List<ECKey> keys) {
        current = keys.getFirst();
        publicKeys = new JWKSet(List.<JWK>copyOf(keys)).toPublicJWKSet();
        verifier.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(publicKeys)));
        // Verifies the signature only; the caller checks the claims, with its own clock.
        verifier.setJWTClaimsSetVerifier((_, _) -> {});
    }

    /**
     * @param texts JSON Web Keys (RFC 7517) or, in PEM, PKCS #8 (RFC 5958), the current key first
     * @throws IllegalArgumentException if there is none, one is not a private key of P-256, or two share an ID; no
     *     message contains any part of a key
     */
    public static SigningKeys parse(List<String> texts) {
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
     * Reads the project's key from a file of its own. If there is no such file, generates a key and writes it there,
     * readable by its owner only.
     *
     * @throws IllegalArgumentException if the file contains anything else
     */
    public static SigningKeys fromFile(Path folder, ProjectId project) {
        var file = folder.resolve(project.value() + ".jwk");
        return parse(List.of(SecretFile.of(file, SigningKey::generate)));
    }

    /** @return a compact JWS with the ID of the key */
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

    /** @return empty unless one of these keys signed it with ES256, whatever algorithm or key its header states */
    Optional<JWTClaimsSet> verify(String jwt) {
        try {
            return Optional.of(verifier.process(jwt, null));
        } catch (ParseException | BadJOSEException | JOSEException | RuntimeException _) {
            // RuntimeException because the library throws NullPointerException if the header is null.
            return Optional.empty();
        }
    }

    /** @return the public keys as a JSON Web Key Set, the current key first */
    String toJson() {
        return publicKeys.toString();
    }
}
