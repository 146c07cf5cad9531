package io.gatehouse.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Secret;
import io.gatehouse.security.mfa.JavaOtpTotp;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.time.Instant;
import java.util.UUID;

/** Somebody with an authenticator app who wants two factors. */
final class MfaUser {

    private final int port;
    private final String email;
    private final Api enrolled;
    private final String earlierJwt;

    private MfaUser(int port, String email, Api enrolled, String earlierJwt) {
        this.port = port;
        this.email = email;
        this.enrolled = enrolled;
        this.earlierJwt = earlierJwt;
    }

    static MfaUser of(URL service) {
        var port = service.getPort();
        var id = UUID.randomUUID().toString();
        var email = id + "@example.com";
        var api = new Api(port);
        assertThat(api.signUp(id, email).status()).isEqualTo(201);
        var earlier = new Api(port).signIn(email);
        var user = new MfaUser(port, email, api.signIn(email), jwt(earlier));
        user.enrol();
        return user;
    }

    private void enrol() {
        var secret = new Secret(enrolled.send("POST", "/v1/account/mfa/authenticators/totp", "{}")
                .json()
                .getString("secret"));
        var step = Instant.now().getEpochSecond() / 30;
        var otp = new JsonObject().put("otp", new JavaOtpTotp().code(secret, step));
        var verified = enrolled.send("PUT", "/v1/account/mfa/authenticators/totp", otp.encode());
        assertThat(verified.status()).isEqualTo(200);
        var on = enrolled.send("PATCH", "/v1/account/mfa", "{\"mfa\":true}");
        assertThat(on.json().getBoolean("mfa")).isTrue();
    }

    /** In the session that switched it on, which has proven both. */
    Api complete() {
        return enrolled;
    }

    /** In another session, which has proven the password only. */
    Api incomplete() {
        return new Api(port).signIn(email);
    }

    Api byJwt() {
        return new Api(port).with("X-Appwrite-JWT", jwt(enrolled));
    }

    /** Signed for another session, when one factor was enough. */
    Api byEarlierJwt() {
        return new Api(port).with("X-Appwrite-JWT", earlierJwt);
    }

    private static String jwt(Api session) {
        return session.send("POST", "/v1/account/jwts", "{}").json().getString("jwt");
    }
}
