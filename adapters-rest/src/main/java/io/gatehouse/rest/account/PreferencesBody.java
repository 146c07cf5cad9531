package io.gatehouse.rest.account;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.gatehouse.application.account.AccountView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The stored preferences: a free-form JSON object. */
@Schema(name = "Preferences")
record PreferencesBody(@JsonValue @JsonRawValue String object) {

    static PreferencesBody of(AccountView account) {
        return new PreferencesBody(account.preferences().value());
    }
}
