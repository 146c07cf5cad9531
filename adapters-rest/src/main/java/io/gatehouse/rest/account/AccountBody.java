package io.gatehouse.rest.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.rest.request.Dates;
import io.gatehouse.rest.target.TargetBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as returned to its owner: the API's model {@code User}, fields in its order.
 *
 * @param impersonation null for response formats before 1.9.0
 */
@Schema(name = "User")
public record AccountBody(
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

    public static AccountBody of(AccountView account, EmailDomains domains) {
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
                Impersonation.NONE);
    }

    /** The model of response formats before 1.9.0, which have no impersonation fields. */
    public AccountBody withoutImpersonation() {
        return new AccountBody(
                id,
                createdAt,
                updatedAt,
                name,
                registration,
                status,
                labels,
                passwordUpdate,
                email,
                phone,
                emailVerification,
                emailTraits,
                phoneVerification,
                mfa,
                prefs,
                targets,
                accessedAt,
                null);
    }

    /** Impersonation is not supported, but clients since 1.9.0 expect the fields. */
    record Impersonation(boolean impersonator, @Nullable String impersonatorUserId) {

        static final Impersonation NONE = new Impersonation(false, null);
    }
}
