package io.gatehouse.bootstrap.config;

import io.quarkus.logging.LoggingFilter;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hides the warnings of Quarkus that nothing reads a setting, if it is one of those that are the defaults of
 * {@link MailerConfig}: no Quarkus extension reads them, but Gatehouse does.
 */
@LoggingFilter(name = "known-settings")
public final class KnownSettingsFilter implements Filter {

    private static final String LOGGER = "io.quarkus.config";

    private static final String WARNING = "Unrecognized configuration key";

    /** The names that {@code application.properties} refers to. */
    static final Set<String> READ = Stream.of(
                    "host", "port", "username", "password", "from", "own-host-name", "tls", "start-tls")
            .map(name -> "quarkus.mailer." + name)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public boolean isLoggable(LogRecord warning) {
        return !LOGGER.equals(warning.getLoggerName())
                || !String.valueOf(warning.getMessage()).startsWith(WARNING)
                || arguments(warning).noneMatch(READ::contains);
    }

    private static Stream<Object> arguments(LogRecord warning) {
        return warning.getParameters() == null ? Stream.empty() : Stream.of(warning.getParameters());
    }
}
