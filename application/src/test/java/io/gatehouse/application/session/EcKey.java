package io.gatehouse.application.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** A key pair of the curve P-256, which signs and verifies compact JWS with ES256 (RFC 7518 §3.4). */
record EcKey(String id, ECPublicKey publicKey, PrivateKey privateKey) {

    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final int COORDINATE_BYTES = 32;

    static EcKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            return new EcKey(UUID.randomUUID().toString(), (ECPublicKey) pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has P-256", impossible);
        }
    }

    String sign(String payload) {
        var content = header() + "." + encoded(payload.getBytes(UTF_8));
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(content.getBytes(UTF_8));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has ES256", impossible);
        }
    }

    boolean hasSigned(String jws) {
        var parts = jws.split("\\.", -1);
        return parts.length == 3 && parts[0].equals(header()) && isSignature(parts[2], parts[0] + "." + parts[1]);
    }

    String toPublicJwk() {
        var point = publicKey.getW();
        return String.format(
                Locale.ROOT,
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}",
                id,
                encoded(point.getAffineX()),
                encoded(point.getAffineY()));
    }

    private boolean isSignature(String text, String content) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(content.getBytes(UTF_8));
            return signature.verify(Base64.getUrlDecoder().decode(text));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private String header() {
        return encoded(String.format(Locale.ROOT, "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"kid\":\"%s\"}", id)
                .getBytes(UTF_8));
    }

    private static String encoded(BigInteger coordinate) {
        var bytes = new byte[COORDINATE_BYTES];
        for (var i = 0; i < COORDINATE_BYTES; i++) {
            bytes[COORDINATE_BYTES - 1 - i] =
                    coordinate.shiftRight(i * Byte.SIZE).byteValue();
        }
        return encoded(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "EcKey[" + id + "]";
    }
}
