package io.gatehouse.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Secret;
import io.gatehouse.security.mfa.JavaOtpTotp;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.time.Instant;
import java.util.UUID;

/** A user with a verified authenticator and MFA enabled, and clients that act for the user. */
final class UserWithMfa {

    private final int port;
    private final String email;
    private final ApiClient enrolled;
    private final String earlierJwt;

    private UserWithMfa(int port, String email, ApiClient enrolled, String earlierJwt) {
        this.port = port;
        this.email = email;
        this.enrolled = enrolled;
        this.earlierJwt = earlierJwt;
    }

    static UserWithMfa of(URL service) {
        var port = service.getPort();
        var id = UUID.randomUUID().toString();
        var email = id + "@example.com";
        var api = new ApiClient(port);
        assertThat(api.signUp(id, email).status()).isEqualTo(201);
        var earlier = new ApiClient(port).signIn(email);
        var user = new UserWithMfa(port, email, api.signIn(email), jwt(earlier));
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

    /** In the session that enabled MFA, which has both factors. */
    ApiClient complete() {
        return enrolled;
    }

    /** In another session, which has the password only. */
    ApiClient incomplete() {
        return new ApiClient(port).signIn(email);
    }

    ApiClient byJwt() {
        return new ApiClient(port).with("X-Appwrite-JWT", jwt(enrolled));
    }

    /** By a JWT that was issued in another session, before MFA was enabled. */
    ApiClient byEarlierJwt() {
        return new ApiClient(port).with("X-Appwrite-JWT", earlierJwt);
    }

    private static String jwt(ApiClient session) {
        return session.send("POST", "/v1/account/jwts", "{}").json().getString("jwt");
    }
}
