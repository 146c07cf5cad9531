package io.gatehouse.application;

import io.gatehouse.application.Project.Policies;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.CountingHasher;
import io.gatehouse.application.account.CreateAccount;
import io.gatehouse.application.account.InMemoryAccountDirectory;
import io.gatehouse.application.account.UpdateStatus;
import io.gatehouse.application.log.InMemoryLogViews;
import io.gatehouse.application.session.CreateEmailPasswordSession;
import io.gatehouse.application.session.InMemoryCallers;
import io.gatehouse.application.session.InMemorySessionViews;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.session.Client;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** One project with everything a use case needs, in memory, where time passes only when told to. */
public final class InMemoryGatehouse {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final Duration SESSION_DURATION = Duration.ofDays(30);
    public static final PlainPassword PASSWORD = new PlainPassword("correct horse");
    public static final Occasion OCCASION =
            new Occasion("request", new IpAddress("192.0.2.1"), new UserAgent("curl/8.5.0"), null);
    public static final Client CURL = new Client("", "", "", "library", "", "curl", "8.5", "", "", "desktop", "", "");

    private static final Project DEMO = new Project(
            new ProjectId("demo"),
            "Demo",
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            true,
            true,
            new Policies(SESSION_DURATION));

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final InMemoryAccountDirectory accounts = new InMemoryAccountDirectory(store);
    private final InMemorySessionViews sessions = new InMemorySessionViews(store);
    private final InMemoryCallers callers = new InMemoryCallers(store);
    private final InMemoryLogViews logs = new InMemoryLogViews(store);
    private final CountingHasher hasher = new CountingHasher();
    private Instant now = NOON;
    private int ids;
    private int secrets;

    public static AccountId id(String user) {
        return new AccountId(DEMO.id(), user);
    }

    public static EmailAddress address(String user) {
        return new EmailAddress(user + "@example.com");
    }

    public InMemoryEventStore store() {
        return store;
    }

    public InMemoryAccountDirectory accounts() {
        return accounts;
    }

    public InMemorySessionViews sessions() {
        return sessions;
    }

    public InMemoryCallers callers() {
        return callers;
    }

    public InMemoryLogViews logs() {
        return logs;
    }

    public CountingHasher hasher() {
        return hasher;
    }

    public InstantSource clock() {
        return () -> now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** @return everything that happened, oldest first */
    public List<Event> events() {
        return store.all(Event.class).toList();
    }

    public AccountView view(AccountId account) {
        return accounts.view(account).orElseThrow();
    }

    public AccountView signUp(String user) {
        return signUp(id(user), address(user));
    }

    public AccountView signUp(AccountId id, EmailAddress address) {
        var command = new CreateAccount.Command(id, address, PASSWORD, new UserName("Somebody"));
        return new CreateAccount(hasher, store, this::nextId, clock()).handle(command, OCCASION);
    }

    public OpenedSession signIn(String user) {
        return signIn(address(user), PASSWORD);
    }

    public OpenedSession signIn(EmailAddress address, PlainPassword password) {
        var signIn = new CreateEmailPasswordSession(
                accounts, hasher, store, this::nextSecret, this::nextId, _ -> CURL, _ -> "de", clock());
        return signIn.handle(new CreateEmailPasswordSession.Command(DEMO, address, password), OCCASION);
    }

    public AccountView block(AccountView account) {
        return new UpdateStatus(store, clock()).handle(new UpdateStatus.Command(account), OCCASION);
    }

    private String nextId() {
        return "%020x".formatted(++ids);
    }

    private Secret nextSecret() {
        return new Secret("%0256x".formatted(++secrets));
    }
}
