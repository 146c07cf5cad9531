package io.gatehouse.application.session;

import io.gatehouse.application.Audit;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.GeoIp;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Occasion;
import io.gatehouse.application.Project;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.UserAgents;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountDirectory.KnownAccount;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionId;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a session for whoever knows the e-mail address and password of an account. */
public final class CreateEmailPasswordSession {

    private final AccountDirectory directory;
    private final PasswordHasher hasher;
    private final EventStore store;
    private final Secrets secrets;
    private final Ids ids;
    private final UserAgents userAgents;
    private final GeoIp geoIp;
    private final InstantSource clock;

    public CreateEmailPasswordSession(
            AccountDirectory directory,
            PasswordHasher hasher,
            EventStore store,
            Secrets secrets,
            Ids ids,
            UserAgents userAgents,
            GeoIp geoIp,
            InstantSource clock) {
        this.directory = directory;
        this.hasher = hasher;
        this.store = store;
        this.secrets = secrets;
        this.ids = ids;
        this.userAgents = userAgents;
        this.geoIp = geoIp;
        this.clock = clock;
    }

    public record Command(Project project, EmailAddress email, PlainPassword password) {}

    /** @throws RefusedException with {@link InvalidCredentials} or {@link UserIsBlocked} */
    public OpenedSession handle(Command command, Occasion occasion) {
        var known = directory.findByEmail(command.project().id(), command.email());
        var hash = known.map(KnownAccount::password).orElse(null);
        // An unknown address costs as much time as a wrong password: the hasher compares with a hash of nothing.
        var matches = hasher.matches(command.password(), hash);
        var account = known.orElseThrow(() -> new RefusedException(new InvalidCredentials()))
                .id();

        var rehashed = matches ? rehashed(command.password(), hash) : null;
        var secret = secrets.next();
        var now = clock.instant();
        var opened = new SessionCreated(
                account,
                new SessionId(account.project(), ids.next()),
                secret.digest(),
                "email",
                new ProviderUid(command.email().value()),
                List.of("password"),
                occasion.ip(),
                occasion.userAgent(),
                userAgents.describe(occasion.userAgent()),
                geoIp.countryCode(occasion.ip()),
                now.plus(command.project().policies().sessionDuration()),
                now);
        return store.transact(occasion.as(Audit.SESSION_CREATE), streams -> {
            streams.ask(account, new SignIn(account, hash, matches, rehashed, now));
            streams.begin(opened);
            return OpenedSession.of(opened, secret);
        });
    }

    private @Nullable PasswordHash rehashed(PlainPassword password, @Nullable PasswordHash hash) {
        return hash != null && hasher.isOutdated(hash) ? hasher.hash(password) : null;
    }
}
