package io.gatehouse.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/** Generates and parses private keys of the curve P-256, in the formats of files and configuration. */
final class SigningKey {

    private SigningKey() {}

    /** @return a new key, as a JSON Web Key */
    static String generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has P-256", impossible);
        }
    }

    /**
     * @param text a JSON Web Key (RFC 7517) or, in PEM, PKCS #8 (RFC 5958)
     * @throws IllegalArgumentException if it is not a private key of P-256; the message does not contain the input
     */
    static ECKey parse(String text) {
        try {
            return text.stripLeading().startsWith("{") ? ofJwk(text) : ofPem(text);
        } catch (ParseException | IOException | GeneralSecurityException | JOSEException | RuntimeException _) {
            throw new IllegalArgumentException("a signing key must be a JWK, or PKCS #8 in PEM, with a P-256 key");
        }
    }

    private static ECKey ofJwk(String json) throws ParseException, JOSEException {
        var jwk = ECKey.parse(json);
        var key = of(jwk.getD().decodeToBigInteger(), jwk.getKeyID());
        if (!key.getRequiredParams().equals(jwk.getRequiredParams())) {
            throw new IllegalArgumentException("its public key does not match, or it belongs to another curve");
        }
        return key;
    }

    private static ECKey ofPem(String pem) throws IOException, GeneralSecurityException, JOSEException {
        var pkcs8 = new PemReader(new StringReader(pem)).readPemObject().getContent();
        var key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        if (!Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
            throw new IllegalArgumentException("it belongs to another curve");
        }
        return of(key.getS(), null);
    }

    /** @param id the key ID; null for the thumbprint (RFC 7638) */
    private static ECKey of(BigInteger d, @Nullable String id) throws JOSEException {
        var point = CustomNamedCurves.getByName("P-256").getG().multiply(d).normalize();
        var key = new ECKey.Builder(Curve.P_256, encoded(point.getAffineXCoord()), encoded(point.getAffineYCoord()))
                .d(ECKey.encodeCoordinate(point.getCurve().getFieldSize(), d))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256);
        return (id == null ? key.keyIDFromThumbprint() : key.keyID(id)).build();
    }

    private static Base64URL encoded(ECFieldElement coordinate) {
        return Base64URL.encode(coordinate.getEncoded());
    }
}
