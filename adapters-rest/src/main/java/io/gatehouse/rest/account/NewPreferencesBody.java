package io.gatehouse.rest.account;

import io.gatehouse.application.account.UpdatePreferences;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** New preferences, in place of all old ones. */
record NewPreferencesBody(Preferences prefs) {

    static NewPreferencesBody of(Parameters typed) {
        return new NewPreferencesBody(Preferences.parse("prefs", typed.object("prefs")));
    }

    UpdatePreferences.Command toCommand(ApiCall apiCall) {
        return new UpdatePreferences.Command(apiCall.account(), prefs);
    }
}
