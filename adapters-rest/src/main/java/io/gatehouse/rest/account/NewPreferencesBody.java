package io.gatehouse.rest.account;

import io.gatehouse.application.account.UpdatePreferences;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** New preferences; they replace all existing ones. */
record NewPreferencesBody(Preferences prefs) {

    static NewPreferencesBody of(Parameters parameters) {
        return new NewPreferencesBody(Preferences.parse("prefs", parameters.object("prefs")));
    }

    UpdatePreferences.Command toCommand(ApiCall apiCall) {
        return new UpdatePreferences.Command(apiCall.account(), prefs);
    }
}
