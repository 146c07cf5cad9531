package io.gatehouse.bootstrap;

import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.persistence.NewerSchemaException;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains to operators why the service does not start: what they can fix needs a sentence, not a stack trace. */
final class StartFailure {

    /** An exit code for wrong configuration or surroundings; 1 is for bugs. */
    static final int EXIT_CODE = 2;

    /** More causes than any exception has, because causes may form a cycle. */
    private static final int DEEPEST_CAUSE = 50;

    /** What precedes the messages of SmallRye Config for humans: a code, or the exception of a converter. */
    private static final Pattern PREFIX =
            Pattern.compile("^(?:[\\w.]+Exception: )?(?:SRCFG\\d+: )?(?:[\\w.]+Exception: )?");

    private StartFailure() {}

    /** @return one sentence without secrets; empty if the failure is a bug, whose stack trace is needed */
    static Optional<String> explain(Throwable failure) {
        return causes(failure)
                .map(StartFailure::sentence)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** @return what the first cause says, on one line */
    static String rootMessage(Throwable failure) {
        var root = causes(failure).reduce(failure, (_, cause) -> cause);
        return root.toString().lines().findFirst().orElse("") + "; the log has the stack trace";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE);
    }

    private static @Nullable String sentence(Throwable cause) {
        return switch (cause) {
            case InvalidConfigurationException invalid -> invalid.getMessage();
            case NewerSchemaException newer -> newer.getMessage() + "; start the newer version, or restore a backup";
            case ConfigValidationException invalid -> problems(invalid);
            case ConfigurationException invalid -> withoutCode(String.valueOf(invalid.getMessage()));
            case QuarkusBindException taken -> bindProblem(taken);
            case SQLException database -> databaseProblem(database);
            default -> isOfConfiguration(cause) ? withoutCode(String.valueOf(cause.getMessage())) : null;
        };
    }

    /** SmallRye Config and its converters throw general exceptions, whose messages begin with a code. */
    private static boolean isOfConfiguration(Throwable cause) {
        return String.valueOf(cause.getMessage()).startsWith("SRCFG");
    }

    private static String problems(ConfigValidationException invalid) {
        return IntStream.range(0, invalid.getProblemCount())
                .mapToObj(problem -> withoutCode(invalid.getProblem(problem).getMessage()))
                .collect(Collectors.joining("; "));
    }

    private static String withoutCode(String message) {
        return PREFIX.matcher(message).replaceFirst("");
    }

    private static String bindProblem(QuarkusBindException taken) {
        return "port " + taken.getPort() + " on " + taken.getHost()
                + " cannot be opened; if another process uses it, stop that process or set quarkus.http.port";
    }

    /** The SQL states of PostgreSQL and its driver: 08 for the connection, 28 for authentication, and so on. */
    private static @Nullable String databaseProblem(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08")) {
            return "the database cannot be reached; check quarkus.datasource.jdbc.url (" + firstLine(failure) + ")";
        }
        if (state.startsWith("28")) {
            return "the database refuses the login; check quarkus.datasource.username and quarkus.datasource.password";
        }
        return switch (state) {
            case "3D000" -> "the database does not exist; create it, or check quarkus.datasource.jdbc.url";
            case "42501" -> "the database user may not change the schema (" + firstLine(failure) + ")";
            case "53100" -> "the disk of the database is full";
            case "53300" -> "the database accepts no more connections; raise its max_connections";
            case "57P03" -> "the database is starting or stopping; try again";
            default -> null;
        };
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
