package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.account.CommonPasswords;
import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.client.UserAgents;
import io.gatehouse.application.message.MessageEncryption;
import io.gatehouse.application.mfa.CodeDigests;
import io.gatehouse.application.mfa.SecretEncryption;
import io.gatehouse.application.mfa.authenticator.Totp;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.application.project.Projects;
import io.gatehouse.application.session.Jwts;
import io.gatehouse.application.token.SecurityPhrases;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.keys.CryptoKeys;
import io.gatehouse.bootstrap.keys.DemoApiKey;
import io.gatehouse.bootstrap.project.ConfiguredProjects;
import io.gatehouse.security.RandomSecrets;
import io.gatehouse.security.TimeSortedIds;
import io.gatehouse.security.client.MatomoUserAgents;
import io.gatehouse.security.client.MaxMindGeoIp;
import io.gatehouse.security.contact.LibPhoneNumbers;
import io.gatehouse.security.contact.ListedCommonPasswords;
import io.gatehouse.security.contact.ListedEmailDomains;
import io.gatehouse.security.jwt.Es256Jwts;
import io.gatehouse.security.message.JweMessageEncryption;
import io.gatehouse.security.mfa.HmacCodeDigests;
import io.gatehouse.security.mfa.JavaOtpTotp;
import io.gatehouse.security.mfa.JweSecretEncryption;
import io.gatehouse.security.password.Argon2Cost;
import io.gatehouse.security.password.Argon2PasswordHasher;
import io.gatehouse.security.token.RandomSecurityPhrases;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Adapters that need no other system: hashing, encryption, randomness, detection and lists. All are created at start:
 * reading rules and lists takes seconds on a slow machine, which the first requests would have to wait for.
 */
final class SecurityWiring {

    /** Ticks in microseconds, the precision of PostgreSQL; otherwise views would differ from their events. */
    @Produces
    @Singleton
    @Startup
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Produces
    @Singleton
    @Startup
    Ids ids(InstantSource clock) {
        return new TimeSortedIds(clock, new SecureRandom());
    }

    @Produces
    @Singleton
    @Startup
    Secrets secrets() {
        return new RandomSecrets();
    }

    @Produces
    @Singleton
    @Startup
    Argon2PasswordHasher hasher(GatehouseConfig config) {
        var passwords = config.passwords();
        var cost = new Argon2Cost(passwords.memoryKib(), passwords.iterations(), passwords.parallelism());
        var threads = passwords.threads().orElse(Runtime.getRuntime().availableProcessors());
        return new Argon2PasswordHasher(cost, threads, threads * passwords.queuePerThread(), config.longestWait());
    }

    void close(@Disposes Argon2PasswordHasher hasher) {
        hasher.close();
    }

    @Produces
    @Singleton
    @Startup
    UserAgents userAgents() {
        return new MatomoUserAgents();
    }

    @Produces
    @Singleton
    @Startup
    MaxMindGeoIp geoIp(GatehouseConfig config) {
        return new MaxMindGeoIp(config.geoipDatabase().orElse(null));
    }

    void close(@Disposes MaxMindGeoIp geoIp) throws IOException {
        geoIp.close();
    }

    @Produces
    @Singleton
    @Startup
    EmailDomains emailDomains() {
        return new ListedEmailDomains();
    }

    @Produces
    @Singleton
    @Startup
    PhoneNumbers phoneNumbers() {
        return new LibPhoneNumbers();
    }

    @Produces
    @Singleton
    @Startup
    CommonPasswords commonPasswords() {
        return new ListedCommonPasswords();
    }

    @Produces
    @Singleton
    @Startup
    SecurityPhrases securityPhrases() {
        return new RandomSecurityPhrases();
    }

    @Produces
    @Singleton
    @Startup
    Jwts jwts(CryptoKeys cryptoKeys) {
        return new Es256Jwts(cryptoKeys.ofJwts());
    }

    @Produces
    @Singleton
    @Startup
    MessageEncryption messageEncryption(CryptoKeys cryptoKeys) {
        return new JweMessageEncryption(cryptoKeys.ofMessages());
    }

    @Produces
    @Singleton
    @Startup
    SecretEncryption secretEncryption(CryptoKeys cryptoKeys) {
        return new JweSecretEncryption(cryptoKeys.ofVault());
    }

    @Produces
    @Singleton
    @Startup
    CodeDigests codeDigests(CryptoKeys cryptoKeys) {
        return new HmacCodeDigests(cryptoKeys.ofVault());
    }

    @Produces
    @Singleton
    @Startup
    Totp totp() {
        return new JavaOtpTotp();
    }

    @Produces
    @Singleton
    @Startup
    Projects projects(GatehouseConfig config, DemoApiKey keys) {
        return new ConfiguredProjects(config, keys);
    }
}
