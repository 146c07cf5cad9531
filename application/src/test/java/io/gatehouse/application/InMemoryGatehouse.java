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
import io.gatehouse.application.message.InMemoryMessageEncryption;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.message.SecurityNotices;
import io.gatehouse.application.mfa.CountingTotp;
import io.gatehouse.application.mfa.InMemoryFactorViews;
import io.gatehouse.application.mfa.InMemorySecretEncryption;
import io.gatehouse.application.mfa.RotatingDigests;
import io.gatehouse.application.mfa.authenticator.TotpVerifier;
import io.gatehouse.application.mfa.recoverycodes.RecoveryCodeService;
import io.gatehouse.application.password.PasswordVerification;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.session.InMemoryKnownDevices;
import io.gatehouse.application.session.InMemorySessionAuthentication;
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
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
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
    public static final RequestMetadata METADATA =
            new RequestMetadata("request", new IpAddress("192.0.2.1"), new UserAgent("curl/8.5.0"), Actor.USER, null);
    public static final Client CURL = new Client("", "", "", "library", "", "curl", "8.5", "", "", "desktop", "", "");

    private static final ProjectId DEMO = new ProjectId("demo");

    private final InMemoryEventStore store = new InMemoryEventStore();
    private final InMemoryAccountDirectory accounts = new InMemoryAccountDirectory(store);
    private final InMemorySessionViews sessions = new InMemorySessionViews(store);
    private final InMemorySessionAuthentication authentication = new InMemorySessionAuthentication(store);
    private final InMemoryLogViews logs = new InMemoryLogViews(store);
    private final CountingHasher hasher = new CountingHasher();
    private final InMemoryMessageEncryption encryption = new InMemoryMessageEncryption();
    private final Secrets secrets = new CountingSecrets();
    private final CountingTotp totp = new CountingTotp();
    private final InMemorySecretEncryption secretEncryption = new InMemorySecretEncryption();
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
        return new RequestContext(project(), Locale.ENGLISH, METADATA);
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

    public InMemorySessionAuthentication authentication() {
        return authentication;
    }

    public InMemoryLogViews logs() {
        return logs;
    }

    public CountingHasher hasher() {
        return hasher;
    }

    public InMemoryMessageEncryption encryption() {
        return encryption;
    }

    public MessagingAvailability messaging() {
        return messaging;
    }

    public Secrets secrets() {
        return secrets;
    }

    public CountingTotp totp() {
        return totp;
    }

    public InMemorySecretEncryption secretEncryption() {
        return secretEncryption;
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

    public SignUpPolicy signUpPolicy() {
        return new SignUpPolicy(accounts, new FewDomains());
    }

    public PasswordVerification passwordVerification() {
        return new PasswordVerification(accounts, hasher);
    }

    public MessageComposer composer() {
        return new MessageComposer(encryption, userAgents(), _ -> "de");
    }

    public SessionOpener sessionOpener() {
        var alerts = new SessionAlerts(accounts, new InMemoryKnownDevices(store), messaging, composer());
        return new SessionOpener(alerts, secrets, ids(), userAgents(), _ -> "de", clock());
    }

    public UserAgents userAgents() {
        return _ -> client;
    }

    public SecurityNotices securityNotices() {
        return new SecurityNotices(messaging, composer());
    }

    public ContactChanges contactChanges() {
        return new ContactChanges(accounts, store, ids());
    }

    public TotpVerifier totpVerifier() {
        return new TotpVerifier(totp, secretEncryption);
    }

    public RecoveryCodeService recoveryCodes() {
        return new RecoveryCodeService(secrets, digests, secretEncryption, securityNotices(), ids());
    }

    public TokenOwnerResolver tokenOwners() {
        return new TokenOwnerResolver(accounts, signUpPolicy(), ids(), clock());
    }

    public TokenIssuer tokenIssuer() {
        return new TokenIssuer(secrets, () -> "Golden fox", ids(), clock());
    }

    public TokenRedemption tokenRedemption() {
        return new TokenRedemption(store, clock());
    }

    public AccountLookup accountLookup() {
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
        store.transact(METADATA, streams -> {
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
        return encryption.decrypt(requestedMessages().getLast().variables());
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
        var command = new SignUp.Command(id, address, accepted(password), new DisplayName("Sample User"));
        return new SignUp(signUpPolicy(), hasher, store, ids(), clock()).handle(command, context());
    }

    public OpenedSession signIn(String user) {
        return signIn(address(user), PASSWORD);
    }

    public OpenedSession signIn(EmailAddress address, PlainPassword password) {
        var command = new SignInWithPassword.Command(address, password);
        return new SignInWithPassword(accounts, hasher, store, sessionOpener()).handle(command, context());
    }

    public AccountView block(AccountView account) {
        return new BlockOwnAccount(store, clock()).handle(new BlockOwnAccount.Command(account), context());
    }

    public void delete(AccountId account) {
        new DeleteOwnAccount(store, clock()).handle(new DeleteOwnAccount.Command(account), context());
    }
}
