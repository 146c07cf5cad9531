package io.gatehouse.application;

import static io.gatehouse.application.account.AcceptedPasswords.accepted;

import io.gatehouse.application.account.AccountLookup;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.BlockOwnAccount;
import io.gatehouse.application.account.CountingHasher;
import io.gatehouse.application.account.DeleteOwnAccount;
import io.gatehouse.application.account.FewDomains;
import io.gatehouse.application.account.InMemoryAccountDirectory;
import io.gatehouse.application.client.UserAgents;
import io.gatehouse.application.contact.ContactChanges;
import io.gatehouse.application.log.InMemoryLogViews;
import io.gatehouse.application.message.InMemorySealing;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.mfa.CountingTotp;
import io.gatehouse.application.mfa.InMemoryFactorViews;
import io.gatehouse.application.mfa.InMemoryVault;
import io.gatehouse.application.mfa.RotatingDigests;
import io.gatehouse.application.mfa.authenticator.TotpVerifier;
import io.gatehouse.application.mfa.recoverycodes.RecoveryCodeService;
import io.gatehouse.application.password.PasswordVerification;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.session.InMemoryCallers;
import io.gatehouse.application.session.InMemoryKnownDevices;
import io.gatehouse.application.session.InMemorySessionViews;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionAlerts;
import io.gatehouse.application.session.SessionOpener;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.application.signin.SignInWithPassword;
import io.gatehouse.application.signin.TokenOwnerResolver;
import io.gatehouse.application.signup.SignUp;
import io.gatehouse.application.signup.SignUpPolicy;
import io.gatehouse.application.token.TokenIssuer;
import io.gatehouse.application.token.TokenRedemption;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.session.Client;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One project with the ports and shared parts of all use cases, in memory, and a clock that a test advances. */
public final class InMemoryGatehouse {

    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    public static final Duration SESSION_DURATION = Policies.DEFAULT.sessions().duration();
    public static final PlainPassword PASSWORD = new PlainPassword("correct horse");
    public static final RequestMetadata OCCASION =
            new RequestMetadata("request", new IpAddress("192.0.2.1"), new UserAgent("curl/8.5.0"), Actor.USER, null);
    public static final Client CURL = new Client("", "", "", "library", "", "curl", "8.5", "", "", "desktop", "", "");

    private static final ProjectId DEMO = new ProjectId("demo");

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final InMemoryAccountDirectory accounts = new InMemoryAccountDirectory(store);
    private final InMemorySessionViews sessions = new InMemorySessionViews(store);
    private final InMemoryCallers callers = new InMemoryCallers(store);
    private final InMemoryLogViews logs = new InMemoryLogViews(store);
    private final CountingHasher hasher = new CountingHasher();
    private final InMemorySealing sealing = new InMemorySealing();
    private final Secrets secrets = new CountingSecrets();
    private final CountingTotp totp = new CountingTotp();
    private final InMemoryVault vault = new InMemoryVault();
    private final RotatingDigests digests = new RotatingDigests();
    private final CountingIds ids = new CountingIds(clock());
    private MessagingAvailability messaging = new MessagingAvailability(true, true);
    private Client client = CURL;
    private Policies policies = Policies.DEFAULT;
    private Instant now = NOON;

    /** From now on the project has these policies. */
    public InMemoryGatehouse with(Policies others) {
        policies = others;
        return this;
    }

    /** From now on these kinds of messages can be sent. */
    public void with(MessagingAvailability others) {
        messaging = others;
    }

    /** From now on all requests come from this client. */
    public void using(Client other) {
        client = other;
    }

    public static AccountId id(String user) {
        return new AccountId(DEMO, user);
    }

    public static EmailAddress address(String user) {
        return new EmailAddress(user + "@example.com");
    }

    public Project project() {
        return new Project(DEMO, "Demo", List.of(), List.of(), Set.of(), Set.of(), true, true, policies);
    }

    public RequestContext context() {
        return new RequestContext(project(), Locale.ENGLISH, OCCASION);
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

    public InMemorySealing sealing() {
        return sealing;
    }

    public MessagingAvailability channels() {
        return messaging;
    }

    public Secrets secrets() {
        return secrets;
    }

    public CountingTotp totp() {
        return totp;
    }

    public InMemoryVault vault() {
        return vault;
    }

    public RotatingDigests digests() {
        return digests;
    }

    public InMemoryFactorViews factors() {
        return new InMemoryFactorViews(store);
    }

    public Ids ids() {
        return ids;
    }

    public InstantSource clock() {
        return () -> now;
    }

    public SignUpPolicy admission() {
        return new SignUpPolicy(accounts, new FewDomains());
    }

    public PasswordVerification passwords() {
        return new PasswordVerification(accounts, hasher);
    }

    public MessageComposer letters() {
        return new MessageComposer(sealing, userAgents(), _ -> "de");
    }

    public SessionOpener signIns() {
        var alerts = new SessionAlerts(accounts, new InMemoryKnownDevices(store), messaging, letters());
        return new SessionOpener(alerts, secrets, ids(), userAgents(), _ -> "de", clock());
    }

    public UserAgents userAgents() {
        return _ -> client;
    }

    public SecurityNotices notices() {
        return new SecurityNotices(messaging, letters());
    }

    public ContactChanges relocation() {
        return new ContactChanges(accounts, store, ids());
    }

    public TotpVerifier totpCodes() {
        return new TotpVerifier(totp, vault);
    }

    public RecoveryCodeService recoveryCodes() {
        return new RecoveryCodeService(secrets, digests, vault, notices(), ids());
    }

    public TokenOwnerResolver addressees() {
        return new TokenOwnerResolver(accounts, admission(), ids(), clock());
    }

    public TokenIssuer mint() {
        return new TokenIssuer(secrets, () -> "Golden fox", ids(), clock());
    }

    public TokenRedemption redemption() {
        return new TokenRedemption(store, clock());
    }

    public AccountLookup knownUsers() {
        return new AccountLookup(accounts);
    }

    public void advanceClock(Duration time) {
        now = now.plus(time);
    }

    public Instant now() {
        return now;
    }

    /** @return all events, oldest first */
    public List<Event> events() {
        return store.events();
    }

    /** Appends an event without a use case. */
    public void append(Event event) {
        store.transact(OCCASION, streams -> {
            streams.append(event);
            return event;
        });
    }

    /** @return all requests of messages, oldest first */
    public List<MessageRequested> requestedMessages() {
        return store.all(MessageRequested.class).toList();
    }

    /** @return the variables of the last requested message */
    public Map<String, String> lastMessageVariables() {
        return sealing.decrypt(requestedMessages().getLast().variables());
    }

    public AccountView view(AccountId account) {
        return accounts.find(account).orElseThrow();
    }

    /** @return valid ones, oldest first */
    public List<SessionView> sessionsOf(AccountId account) {
        return sessions.of(account, now);
    }

    public AccountView signUp(String user) {
        return signUp(id(user), address(user));
    }

    public AccountView signUp(AccountId id, EmailAddress address) {
        return signUp(id, address, PASSWORD);
    }

    public AccountView signUp(AccountId id, EmailAddress address, PlainPassword password) {
        var command = new SignUp.Command(id, address, accepted(password), new UserName("Sample User"));
        return new SignUp(admission(), hasher, store, ids(), clock()).handle(command, context());
    }

    public OpenedSession signIn(String user) {
        return signIn(address(user), PASSWORD);
    }

    public OpenedSession signIn(EmailAddress address, PlainPassword password) {
        var command = new SignInWithPassword.Command(address, password);
        return new SignInWithPassword(accounts, hasher, store, signIns()).handle(command, context());
    }

    public AccountView block(AccountView account) {
        return new BlockOwnAccount(store, clock()).handle(new BlockOwnAccount.Command(account), context());
    }

    public void delete(AccountId account) {
        new DeleteOwnAccount(store, clock()).handle(new DeleteOwnAccount.Command(account), context());
    }
}
