package io.gatehouse.application.session;

import static io.gatehouse.application.SampleEvents.FIREFOX;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.sessionCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import org.junit.jupiter.api.Test;

/** A device is new to an account that has signed in before, but never from this device. */
public abstract class KnownDevicesContract {

    private static final Client SAFARI = new Client(
            "IOS", "iOS", "18.0", "browser", "MF", "Mobile Safari", "18.0", "", "", "smartphone", "Apple", "");

    private final KnownDevices devices;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected KnownDevicesContract(EventStore store, KnownDevices devices) {
        this.devices = devices;
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void no_device_is_new_to_an_account_that_never_signed_in() {
        given.signUp(alice);
        given.signUp(bob);
        given.signIn(bob, "of-bob");
        assertThat(devices.isNewTo(alice, FIREFOX)).isFalse();
    }

    @Test
    void a_device_is_new_unless_the_account_signed_in_from_it_even_if_that_session_has_ended() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        assertThat(devices.isNewTo(alice, FIREFOX)).isFalse();
        assertThat(devices.isNewTo(alice, SAFARI)).isTrue();
        assertThat(devices.isNewTo(alice, Client.UNKNOWN)).isTrue();
        given.append(new SessionRevoked(alice, session, NOON));
        assertThat(devices.isNewTo(alice, FIREFOX)).isFalse();
    }

    @Test
    void a_device_of_another_user_is_new() {
        given.signUp(alice);
        given.signUp(bob);
        given.signIn(alice, "first");
        given.append(sessionCreated(bob, "of-bob", SAFARI));
        assertThat(devices.isNewTo(alice, SAFARI)).isTrue();
        given.append(sessionCreated(alice, "second", SAFARI));
        assertThat(devices.isNewTo(alice, SAFARI)).isFalse();
    }

    @Test
    void another_version_of_a_client_is_the_same_device_but_another_operating_system_is_not() {
        given.signUp(alice);
        given.signIn(alice, "first");
        assertThat(devices.isNewTo(alice, firefox("GNU/Linux", "141.0"))).isFalse();
        assertThat(devices.isNewTo(alice, firefox("Windows", "140.0"))).isTrue();
    }

    @Test
    void the_devices_of_a_deleted_account_are_unknown_to_the_next_account_with_its_id() {
        given.signUp(alice);
        given.signIn(alice, "first");
        given.delete(alice);
        given.signUp(alice);
        assertThat(devices.isNewTo(alice, SAFARI)).isFalse();
        given.append(sessionCreated(alice, "second", SAFARI));
        assertThat(devices.isNewTo(alice, FIREFOX)).isTrue();
    }

    private static Client firefox(String osName, String version) {
        return new Client(
                "", osName, version, "browser", "FF", "Firefox", version, "Gecko", version, "desktop", "", "");
    }
}
