package io.gatehouse.application.mfa.authenticator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.domain.Secret;
import java.net.URLEncoder;
import java.util.Objects;
import java.util.stream.Stream;

/** The content of a QR code for authenticator apps, in the key URI format that they all support. */
final class ProvisioningUri {

    private ProvisioningUri() {}

    /** Algorithm, digits and period are left out: they have the values every app assumes. */
    static String of(String projectName, AccountView account, Secret secret) {
        var issuer = withoutColon(projectName);
        var label = encoded(issuer + ":" + withoutColon(name(account)));
        return "otpauth://totp/" + label + "?issuer=" + encoded(issuer) + "&secret=" + secret.value();
    }

    private static String name(AccountView account) {
        return Stream.of(account.email(), account.phone(), account.name())
                .filter(Objects::nonNull)
                .map(candidate -> candidate.value())
                .filter(candidate -> !candidate.isBlank())
                .findFirst()
                .orElse(account.id().value());
    }

    /** A colon would end the issuer. */
    private static String withoutColon(String name) {
        return name.replace(':', ' ');
    }

    /** Percent-encodes as RFC 3986 demands: a space becomes {@code %20}, where form encoding has a plus sign. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
