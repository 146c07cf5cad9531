package io.gatehouse.application;

import static io.gatehouse.application.SampleEvents.HASH;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.address;
import static io.gatehouse.application.SampleEvents.emailTargetCreated;
import static io.gatehouse.application.SampleEvents.sessionCreated;
import static io.gatehouse.application.SampleEvents.userCreated;

import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.project.Policies;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.StreamId;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountCommand.DeleteAccount;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Two users in a project of their own, so that tests can share a database, and methods that set up their state. */
public final class ContractFixture {

    /** The metadata of a request that leaves no entry in the security log. */
    public static final RequestMetadata REQUEST =
            new RequestMetadata("request", new IpAddress("192.0.2.1"), new UserAgent("Firefox"), Actor.USER, null);

    private final EventStore store;
    private final ProjectId project = new ProjectId("contract-" + UUID.randomUUID());

    public ContractFixture(EventStore store) {
        this.store = store;
    }

    public ProjectId project() {
        return project;
    }

    /** The context of a request to this project under default policies. */
    public RequestContext context() {
        var demo = new Project(
                project, "Contract", List.of(), List.of(), Set.of(), Set.of(), true, true, Policies.DEFAULT);
        return new RequestContext(demo, Locale.ENGLISH, REQUEST);
    }

    public ProjectId otherProject() {
        return new ProjectId(project.value() + "-other");
    }

    public AccountId alice() {
        return user("alice");
    }

    public AccountId bob() {
        return user("bob");
    }

    public AccountId user(String id) {
        return new AccountId(project, id);
    }

    /** Appends events in one unit of work, without deciding anything. */
    public void append(Event... events) {
        store.transact(REQUEST, streams -> {
            List.of(events).forEach(streams::append);
            return events.length;
        });
    }

    public <A extends Aggregate<A, C, E>, C, E extends Event> void execute(StreamId<A, C, E> stream, C command) {
        store.transact(REQUEST, streams -> streams.execute(stream, command));
    }

    public void signUp(AccountId account) {
        signUp(account, address(account));
    }

    /** Leaves an entry in the security log. */
    public void signUp(AccountId account, EmailAddress address) {
        store.transact(REQUEST.audited(AuditAction.USER_CREATE), streams -> {
            streams.append(userCreated(account, address));
            streams.append(emailTargetCreated(account, address));
            return account;
        });
    }

    /** @param name of the session, and its secret */
    public SessionId signIn(AccountId account, String name) {
        return signIn(account, name, NOON);
    }

    /**
     * Leaves an entry in the security log.
     *
     * @param name of the session, and its secret
     */
    public SessionId signIn(AccountId account, String name, Instant at) {
        var created = sessionCreated(account, name, at);
        return store.transact(REQUEST.audited(AuditAction.SESSION_CREATE), streams -> {
            streams.append(created);
            return created.session();
        });
    }

    /**
     * Opens a session only if the account still has the password hash of {@link SampleEvents}.
     *
     * @param name of the session, and its secret
     */
    public void signInByPassword(AccountId account, String name) {
        store.transact(REQUEST.audited(AuditAction.SESSION_CREATE), streams -> {
            streams.execute(account, new SignIn(account, HASH, null, NOON));
            streams.append(sessionCreated(account, name));
            return streams.list(account, OpenSession.INVENTORY);
        });
    }

    public void delete(AccountId account) {
        var delete = new DeleteAccount(account, NOON);
        store.transact(REQUEST.audited(AuditAction.USER_DELETE), streams -> streams.execute(account, delete));
    }
}
