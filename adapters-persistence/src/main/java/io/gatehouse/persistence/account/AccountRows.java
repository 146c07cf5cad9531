package io.gatehouse.persistence.account;

import static io.gatehouse.persistence.Timestamps.instant;
import static io.gatehouse.persistence.Timestamps.instantOrNull;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.Preferences;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Converts rows of table {@code account}, which include a copy of the targets, and rows of table {@code target}. */
public final class AccountRows {

    /** The columns that {@link #view} reads, for a select from {@code account a}. */
    public static final String COLUMNS = """
            a.created_at, a.updated_at, a.name, a.blocked, a.labels, a.password_updated_at, a.email, a.phone,
            a.email_verified, a.phone_verified, a.mfa, a.totp, a.preferences, a.targets, a.accessed_at""";

    private AccountRows() {}

    public static AccountView view(AccountId id, Row row) {
        String name = row.getString("name");
        String email = row.getString("email");
        String phone = row.getString("phone");
        JsonArray targets = row.getJsonArray("targets");
        return new AccountView(
                id,
                instant(row, "created_at"),
                instant(row, "updated_at"),
                name == null ? null : new DisplayName(name),
                row.getBoolean("blocked"),
                List.of(row.getArrayOfStrings("labels")),
                instantOrNull(row, "password_updated_at"),
                email == null ? null : new EmailAddress(email),
                phone == null ? null : new PhoneNumber(phone),
                row.getBoolean("email_verified"),
                row.getBoolean("phone_verified"),
                row.getBoolean("mfa"),
                row.getBoolean("totp"),
                new Preferences(row.getString("preferences")),
                targets == null
                        ? List.of()
                        : targets.stream().map(AccountRows::target).toList(),
                instant(row, "accessed_at"));
    }

    private static TargetView target(Object json) {
        var target = (JsonObject) json;
        return new TargetView(
                target.getString("id"),
                sinceEpoch(target.getLong("created_at")),
                sinceEpoch(target.getLong("updated_at")),
                target.getString("name"),
                target.getString("provider_id"),
                target.getString("provider_type"),
                target.getString("identifier"),
                target.getBoolean("expired"));
    }

    static TargetView target(Row row) {
        return new TargetView(
                row.getString("id"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getString("name"),
                row.getString("provider_id"),
                row.getString("provider_type"),
                row.getString("identifier"),
                row.getBoolean("expired"));
    }

    private static Instant sinceEpoch(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
