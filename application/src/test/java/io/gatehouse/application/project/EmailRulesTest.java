package io.gatehouse.application.project;

import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.account.FewDomains;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.EmailIsDisposable;
import io.gatehouse.domain.Refusal.EmailIsFree;
import io.gatehouse.domain.Refusal.EmailIsNotCanonical;
import io.gatehouse.domain.Refusal.EmailIsNotCorporate;
import io.gatehouse.domain.account.EmailAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmailRulesTest {

    private static final EmailRules NO_DISPOSABLE = new EmailRules(true, false, false, false);
    private static final EmailRules ONLY_CANONICAL = new EmailRules(false, true, false, false);
    private static final EmailRules NO_FREE = new EmailRules(false, false, true, false);
    private static final EmailRules ONLY_CORPORATE = new EmailRules(false, false, false, true);
    private static final EmailRules ALL = new EmailRules(true, true, true, true);

    @Test
    void without_rules_every_address_is_accepted() {
        assertThat(refusal(EmailRules.NONE, "a.b@gmail.com")).isEmpty();
        assertThat(refusal(EmailRules.NONE, "alice@mailinator.com")).isEmpty();
    }

    @Test
    void each_rule_refuses_its_kind_of_address_only() {
        assertThat(refusal(NO_DISPOSABLE, "alice@mailinator.com")).contains(new EmailIsDisposable());
        assertThat(refusal(NO_DISPOSABLE, "alice@gmail.com")).isEmpty();
        assertThat(refusal(ONLY_CANONICAL, "al.ice@gmail.com")).contains(new EmailIsNotCanonical());
        assertThat(refusal(ONLY_CANONICAL, "alice@gmail.com")).isEmpty();
        assertThat(refusal(NO_FREE, "alice@gmail.com")).contains(new EmailIsFree());
        assertThat(refusal(NO_FREE, "alice@mailinator.com")).isEmpty();
    }

    @Test
    void a_corporate_address_is_neither_free_nor_disposable() {
        assertThat(refusal(ONLY_CORPORATE, "alice@gmail.com")).contains(new EmailIsNotCorporate());
        assertThat(refusal(ONLY_CORPORATE, "alice@mailinator.com")).contains(new EmailIsNotCorporate());
        assertThat(refusal(ONLY_CORPORATE, "alice@example.com")).isEmpty();
    }

    @Test
    void of_several_broken_rules_the_first_is_the_refusal() {
        assertThat(refusal(ALL, "alice@mailinator.com")).contains(new EmailIsDisposable());
        assertThat(refusal(ALL, "al.ice@gmail.com")).contains(new EmailIsNotCanonical());
        assertThat(refusal(ALL, "alice@gmail.com")).contains(new EmailIsFree());
        assertThat(refusal(ALL, "alice@example.com")).isEmpty();
    }

    private static Optional<Refusal> refusal(EmailRules rules, String address) {
        return refusalOf(() -> rules.require(new EmailAddress(address), new FewDomains()));
    }
}
