package io.gatehouse.application.log;

import static io.gatehouse.application.ContractFixture.REQUEST;
import static io.gatehouse.application.SampleEvents.HASH;
import static io.gatehouse.application.SampleEvents.NAME;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.ONE_HOUR_LATER;
import static io.gatehouse.application.SampleEvents.address;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.domain.account.AccountCommand.ChangeEmail;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.PasswordConfirmation;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The security log of an account: newest first, with name and address as they were after each change. */
public abstract class LogViewsContract {

    private final EventStore store;
    private final LogViews logs;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected LogViewsContract(EventStore store, LogViews logs) {
        this.store = store;
        this.logs = logs;
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void an_entry_shows_the_name_the_user_had_after_the_change() {
        given.signUp(alice);
        var rename = new ChangeName(alice, new DisplayName("Alice"), ONE_HOUR_LATER);
        store.transact(REQUEST.audited(AuditAction.USER_UPDATE), streams -> streams.execute(alice, rename));
        assertThat(logs.of(alice, 25, 0))
                .containsExactly(
                        entry("user.update", "Alice", ONE_HOUR_LATER), entry("user.create", NAME.value(), NOON));
    }

    @Test
    void an_entry_shows_the_email_address_the_user_had_after_the_change() {
        given.signUp(alice);
        var newAddress = new EmailAddress("new-address@example.com");
        var change = new ChangeEmail(alice, newAddress, new PasswordConfirmation(HASH, null), ONE_HOUR_LATER);
        store.transact(REQUEST.audited(AuditAction.USER_UPDATE), streams -> streams.execute(alice, change));
        assertThat(logs.of(alice, 25, 0))
                .extracting(LogEntry::userEmail)
                .containsExactly(newAddress.value(), address(alice).value());
    }

    @Test
    void entries_are_listed_newest_first_page_by_page_and_counted() {
        given.signUp(alice);
        given.signIn(alice, "first", NOON.plusSeconds(1));
        given.signIn(alice, "second", NOON.plusSeconds(2));
        given.signUp(bob);
        assertThat(logs.of(alice, 2, 0))
                .extracting(LogEntry::time)
                .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1));
        assertThat(logs.of(alice, 2, 2)).extracting(LogEntry::time).containsExactly(NOON);
        assertThat(logs.of(alice, 2, 3)).isEmpty();
        assertThat(logs.count(alice)).isEqualTo(3);
    }

    private LogEntry entry(String event, String userName, Instant at) {
        return new LogEntry(
                event, alice.value(), address(alice).value(), userName, REQUEST.ip(), REQUEST.userAgent(), at);
    }
}
