package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.account.AccountDirectory.Credentials;
import io.gatehouse.application.account.AccountDirectory.KnownAccount;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.RecordAccess;
import io.gatehouse.domain.account.AccountCommand.ReplacePreferences;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountEvent.EmailChanged;
import io.gatehouse.domain.account.AccountEvent.EmailVerified;
import io.gatehouse.domain.account.AccountEvent.PasswordChanged;
import io.gatehouse.domain.account.AccountEvent.PasswordRemembered;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.PhoneVerified;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;
import io.gatehouse.domain.target.TargetId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everyone who reads of accounts may rely on. */
abstract class AccountViewsContract extends MfaViewsContract {

    private static final EmailAddress ELSEWHERE = new EmailAddress("elsewhere@example.com");
    private static final PhoneNumber PHONE = new PhoneNumber("+4915112345678");

    @Test
    void an_account_is_found_by_its_address_in_its_own_project() {
        signUp(alice);
        assertThat(directory().findByEmail(project, address(alice))).contains(new KnownAccount(alice, HASH));
        assertThat(directory().findByEmail(project, address(bob))).isEmpty();
        assertThat(directory().findByEmail(new ProjectId(project.value() + "-other"), address(alice)))
                .isEmpty();
    }

    @Test
    void an_account_is_known_by_its_latest_hash() {
        signUp(alice);
        ask(alice, new SignIn(alice, HASH, true, STRONGER, NOON));
        assertThat(directory().findByEmail(project, address(alice))).contains(new KnownAccount(alice, STRONGER));
    }

    @Test
    void an_account_may_have_no_password() {
        var withoutPassword = new UserCreated(alice, address(alice), null, null, NOON);
        store().transact(occasion(AuditAction.USER_CREATE), streams -> {
            streams.append(withoutPassword);
            return alice;
        });
        assertThat(directory().findByEmail(project, address(alice))).contains(new KnownAccount(alice, null));
        var shown = view(alice, signIn(alice, "first"));
        assertThat(shown.passwordUpdatedAt()).isNull();
        assertThat(shown.name()).isNull();
        assertThat(shown.targets()).isEmpty();
    }

    @Test
    void an_account_is_shown_as_it_is_now() {
        signUp(alice);
        var session = signIn(alice, "first");
        var preferences = new Preferences("{\"b\": 1, \"a\": \"\\u0000 \uD83D\uDD11\"}");
        var name = new UserName("Älice 🔑");
        ask(alice, new ChangeName(alice, name, LATER));
        assertThat(view(alice, session)).isEqualTo(aliceAsSignedUp().withName(name, LATER));
        ask(alice, new ReplacePreferences(alice, preferences, NOON));
        assertThat(view(alice, session).preferences()).isEqualTo(preferences);
        ask(alice, new RecordAccess(alice, LATER));
        assertThat(view(alice, session).accessedAt()).isEqualTo(LATER);
        ask(alice, new BlockAccount(alice, LATER));
        assertThat(view(alice, session).blocked()).isTrue();
    }

    @Test
    void a_new_hash_is_nothing_a_user_would_notice() {
        signUp(alice);
        var session = signIn(alice, "first");
        ask(alice, new SignIn(alice, HASH, true, STRONGER, LATER));
        assertThat(view(alice, session)).isEqualTo(aliceAsSignedUp());
    }

    @Test
    void an_account_is_found_by_all_that_is_unique_about_it() {
        signUp(alice);
        signUp(bob);
        happened(new PhoneChanged(alice, PHONE, LATER));
        var shown = view(alice, signIn(alice, "first"));
        assertThat(directory().find(alice)).contains(shown);
        assertThat(directory().find(project, address(alice))).contains(shown);
        assertThat(directory().find(project, PHONE)).contains(shown);
    }

    @Test
    void an_account_is_not_found_by_what_is_nobodys_or_of_another_project() {
        var elsewhere = new ProjectId(project.value() + "-other");
        signUp(alice);
        happened(new PhoneChanged(alice, PHONE, NOON));
        assertThat(directory().find(bob)).isEmpty();
        assertThat(directory().find(project, ELSEWHERE)).isEmpty();
        assertThat(directory().find(project, new PhoneNumber("+33612345678"))).isEmpty();
        assertThat(directory().find(elsewhere, address(alice))).isEmpty();
        assertThat(directory().find(elsewhere, PHONE)).isEmpty();
        assertThat(directory().isTarget(elsewhere, new Identifier(address(alice).value())))
                .isFalse();
        assertThat(directory().credentials(bob)).isEmpty();
    }

    @Test
    void a_new_address_is_not_verified_even_if_the_old_one_was() {
        signUp(alice);
        happened(new EmailVerified(alice, NOON.plusSeconds(1)));
        assertThat(shown()).matches(AccountView::emailVerified).returns(NOON.plusSeconds(1), AccountView::updatedAt);
        happened(new EmailChanged(alice, ELSEWHERE, LATER));
        assertThat(shown())
                .returns(ELSEWHERE, AccountView::email)
                .returns(false, AccountView::emailVerified)
                .returns(LATER, AccountView::updatedAt);
        assertThat(directory().find(project, address(alice))).isEmpty();
        assertThat(directory().find(project, ELSEWHERE)).isPresent();
    }

    @Test
    void a_new_number_is_not_verified_even_if_the_old_one_was() {
        signUp(alice);
        happened(new PhoneChanged(alice, new PhoneNumber("+33612345678"), NOON));
        happened(new PhoneVerified(alice, NOON.plusSeconds(1)));
        assertThat(shown()).matches(AccountView::phoneVerified).returns(NOON.plusSeconds(1), AccountView::updatedAt);
        happened(new PhoneChanged(alice, PHONE, LATER));
        assertThat(shown())
                .returns(PHONE, AccountView::phone)
                .returns(false, AccountView::phoneVerified)
                .returns(LATER, AccountView::updatedAt);
    }

    @Test
    void a_new_password_is_known_from_when_it_was_changed() {
        signUp(alice);
        happened(new PasswordChanged(alice, STRONGER, LATER));
        assertThat(shown()).returns(LATER, AccountView::passwordUpdatedAt).returns(LATER, AccountView::updatedAt);
        assertThat(directory().findByEmail(project, address(alice))).contains(new KnownAccount(alice, STRONGER));
        assertThat(directory().credentials(alice)).contains(new Credentials(STRONGER, List.of()));
    }

    @Test
    void passwords_are_remembered_oldest_first_as_many_as_the_project_wants() {
        signUp(alice);
        happened(remembered("first", 3), remembered("second", 3));
        happened(remembered("third", 3));
        assertThat(rememberedOfAlice()).containsExactly(hash("first"), hash("second"), hash("third"));
        happened(remembered("fourth", 3));
        assertThat(rememberedOfAlice()).containsExactly(hash("second"), hash("third"), hash("fourth"));
        happened(remembered("fifth", 1));
        assertThat(rememberedOfAlice()).containsExactly(hash("fifth"));
        assertThat(shown()).isEqualTo(aliceAsSignedUp());
    }

    @Test
    void a_target_that_leads_elsewhere_is_still_the_same_one() {
        signUp(alice);
        happened(target("sms", PHONE.value(), LATER));
        var readdressed = new TargetReaddressed(
                alice, reachable(alice, ELSEWHERE).target(), new Identifier(ELSEWHERE.value()), LATER);
        happened(readdressed);
        assertThat(shown().targets())
                .containsExactly(
                        new TargetView("target-of-alice", NOON, LATER, "", null, "email", ELSEWHERE.value(), false),
                        new TargetView("sms-of-alice", LATER, LATER, "", null, "sms", PHONE.value(), false));
    }

    @Test
    void somebody_is_reached_where_their_targets_lead_now() {
        signUp(alice);
        assertThat(isTarget(address(alice))).isTrue();
        happened(new TargetReaddressed(
                alice, reachable(alice, ELSEWHERE).target(), new Identifier(ELSEWHERE.value()), LATER));
        assertThat(isTarget(address(alice))).isFalse();
        assertThat(isTarget(ELSEWHERE)).isTrue();
    }

    @Test
    void a_project_is_full_when_it_has_as_many_users_as_it_takes() {
        assertThat(directory().isFull(project, 1)).isFalse();
        signUp(alice);
        signUp(bob);
        assertThat(directory().isFull(project, 1)).isTrue();
        assertThat(directory().isFull(project, 2)).isTrue();
        assertThat(directory().isFull(project, 3)).isFalse();
        delete(bob);
        assertThat(directory().isFull(project, 2)).isFalse();
    }

    private boolean isTarget(EmailAddress address) {
        return directory().isTarget(project, new Identifier(address.value()));
    }

    private List<PasswordHash> rememberedOfAlice() {
        return directory().credentials(alice).orElseThrow().remembered();
    }

    private PasswordRemembered remembered(String hash, int most) {
        return new PasswordRemembered(alice, hash(hash), most, LATER);
    }

    private static PasswordHash hash(String name) {
        return new PasswordHash("$argon2id$" + name);
    }

    private TargetCreated target(String providerType, String identifier, Instant at) {
        var id = new TargetId(project, providerType + "-of-alice");
        return new TargetCreated(alice, id, providerType, new Identifier(identifier), at);
    }

    AccountView aliceAsSignedUp() {
        var target = new TargetView(
                "target-of-alice", NOON, NOON, "", null, "email", address(alice).value(), false);
        return new AccountView(
                alice,
                NOON,
                NOON,
                new UserName("Somebody"),
                false,
                List.of(),
                NOON,
                address(alice),
                null,
                false,
                false,
                false,
                false,
                Preferences.NONE,
                List.of(target),
                NOON);
    }
}
