package io.gatehouse.bootstrap.project;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.gatehouse.application.project.EmailRules;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Policies.Factors;
import io.gatehouse.application.project.Policies.Passwords;
import io.gatehouse.application.project.Policies.Sessions;
import io.gatehouse.application.project.Policies.Validity;
import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.bootstrap.config.PoliciesConfig;
import io.gatehouse.bootstrap.config.PoliciesConfig.EmailsConfig;
import io.gatehouse.bootstrap.config.PoliciesConfig.MfaConfig;
import io.gatehouse.bootstrap.config.PoliciesConfig.StrengthConfig;
import io.gatehouse.bootstrap.config.PoliciesConfig.ValidityConfig;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.PasswordStrength;
import io.gatehouse.domain.account.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Creates policies from settings, and checks that they are within the bounds of the API. */
public final class ConfiguredPolicies {

    private static final Pattern MOCK = Pattern.compile("(\\+[1-9]\\d{6,14}):(\\d{6})");

    private ConfiguredPolicies() {}

    /** @throws InvalidConfigurationException that names the setting and its bounds */
    public static Policies of(String project, PoliciesConfig config) {
        var prefix = "gatehouse.projects." + project + ".policies.";
        require(
                config.sessionDuration().compareTo(Duration.ofMinutes(1)) >= 0,
                prefix,
                "session-duration",
                "at least one minute");
        require(within(config.sessionLimit(), 0, 100), prefix, "session-limit", "0 to 100");
        require(within(config.passwordHistory(), 0, 20), prefix, "password-history", "0 to 20");
        require(within(config.passwordStrength().min(), 8, 256), prefix, "password-strength.min", "8 to 256");
        require(within(config.userLimit(), 0, 10_000), prefix, "user-limit", "0 to 10000");
        return new Policies(
                sessions(config),
                passwords(config),
                config.userLimit(),
                emails(config.emails()),
                validity(config.validity()),
                factors(config.mfa()),
                config.securityNotices().orElse(config.strict()),
                mockNumbers(prefix, config.mockNumbers().orElse(List.of())),
                config.strict());
    }

    private static Sessions sessions(PoliciesConfig config) {
        return new Sessions(
                config.sessionDuration(), config.sessionLimit(), config.sessionAlerts(), config.invalidateSessions());
    }

    private static Passwords passwords(PoliciesConfig config) {
        return new Passwords(
                strength(config.passwordStrength()),
                config.passwordDictionary(),
                config.passwordHistory(),
                config.personalData());
    }

    private static PasswordStrength strength(StrengthConfig config) {
        return new PasswordStrength(
                config.min(), config.uppercase(), config.lowercase(), config.number(), config.symbols());
    }

    private static EmailRules emails(EmailsConfig config) {
        return new EmailRules(
                config.refuseDisposable(),
                config.refuseNonCanonical(),
                config.refuseFree(),
                config.refuseNonCorporate());
    }

    private static Validity validity(ValidityConfig config) {
        return new Validity(
                config.magicUrl(),
                config.emailCode(),
                config.phoneCode(),
                config.recovery(),
                config.emailVerification(),
                config.mfaChallenge());
    }

    private static Factors factors(MfaConfig config) {
        return new Factors(config.totp(), config.email(), config.phone());
    }

    private static Map<PhoneNumber, Secret> mockNumbers(String prefix, List<String> pairs) {
        return pairs.stream()
                .map(String::strip)
                .map(pair -> {
                    var parts = MOCK.matcher(pair);
                    require(parts.matches(), prefix, "mock-numbers", "a list of <number in E.164>:<six digits>");
                    return Map.entry(new PhoneNumber(parts.group(1)), new Secret(parts.group(2)));
                })
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean within(int value, int least, int most) {
        return least <= value && value <= most;
    }

    private static void require(boolean valid, String prefix, String property, String rule) {
        if (!valid) {
            throw new InvalidConfigurationException(prefix + property + " must be " + rule);
        }
    }
}
