package io.gatehouse.rest.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.EmailDomains;
import io.gatehouse.rest.Dates;
import io.gatehouse.rest.ResponseFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as its owner gets it: the API's model {@code User}, fields in its order. */
@Schema(name = "User")
record AccountBody(
        @JsonProperty("$id") String id,
        @JsonProperty("$createdAt") String createdAt,
        @JsonProperty("$updatedAt") String updatedAt,
        String name,
        String registration,
        boolean status,
        List<String> labels,
        String passwordUpdate,
        String email,
        String phone,
        boolean emailVerification,
        @JsonUnwrapped EmailTraits emailTraits,
        boolean phoneVerification,
        boolean mfa,
        @JsonRawValue String prefs,
        List<TargetBody> targets,
        String accessedAt,
        @JsonUnwrapped @Nullable Impersonation impersonation) {

    static AccountBody of(AccountView account, EmailDomains domains, ResponseFormat format) {
        var email = account.email();
        return new AccountBody(
                account.id().value(),
                Dates.text(account.createdAt()),
                Dates.text(account.updatedAt()),
                account.name() == null ? "" : account.name().value(),
                Dates.text(account.createdAt()),
                !account.blocked(),
                account.labels(),
                Dates.text(account.passwordUpdatedAt()),
                email == null ? "" : email.value(),
                account.phone() == null ? "" : account.phone().value(),
                account.emailVerified(),
                email == null ? EmailTraits.NONE : EmailTraits.of(email, domains),
                account.phoneVerified(),
                account.mfa(),
                account.preferences().value(),
                account.targets().stream()
                        .map(target -> TargetBody.of(target, account.id()))
                        .toList(),
                Dates.text(account.accessedAt()),
                format.compareTo(ResponseFormat.WITH_IMPERSONATION) < 0 ? null : Impersonation.NONE);
    }

    /** Nobody acts for others here, but clients since 1.9.0 look for the fields. */
    record Impersonation(boolean impersonator, @Nullable String impersonatorUserId) {

        static final Impersonation NONE = new Impersonation(false, null);
    }
}
