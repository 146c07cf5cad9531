package io.gatehouse.application.mfa.authenticator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.domain.Secret;
import java.net.URLEncoder;
import java.util.Objects;
import java.util.stream.Stream;

/** What an authenticator app reads from a QR code: the key URI format that all of them know. */
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
                .map(known -> known.value())
                .filter(known -> !known.isBlank())
                .findFirst()
                .orElse(account.id().value());
    }

    /** A colon would end the issuer. */
    private static String withoutColon(String name) {
        return name.replace(':', ' ');
    }

    /** RFC 3986: what forms spell as a plus sign is a space here. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
