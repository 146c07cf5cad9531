package io.gatehouse.security.client;

import io.github.mngsk.devicedetector.Detection;
import io.github.mngsk.devicedetector.client.Client;
import io.github.mngsk.devicedetector.client.browser.Browser;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The program that sends the request. */
record ClientSoftware(String type, String code, String name, String version, Engine engine) {

    private static final ClientSoftware UNKNOWN = new ClientSoftware("", "", "", "", Engine.NONE);
    private static final Map<String, String> CODES = LookupTable.byValue("browsers.txt");
    private static final Map<String, String> LIBRARIES = LookupTable.byKey("libraries.txt");
    private static final Pattern FIRST_WORD = Pattern.compile("([^\\s/]+)(?:/(\\S+))?");

    static ClientSoftware of(String agent, Detection detected) {
        return byOwnRules(agent)
                .or(() -> detected.getClient().map(client -> of(agent, client)))
                .orElse(UNKNOWN);
    }

    private static Optional<ClientSoftware> byOwnRules(String agent) {
        var word = FIRST_WORD.matcher(agent);
        if (!word.lookingAt()) {
            return Optional.empty();
        }
        var version = Optional.ofNullable(word.group(2)).orElse("");
        return agent.contains("AppwriteCLI")
                ? Optional.of(new ClientSoftware("desktop", "cli", "Appwrite CLI", version, Engine.NONE))
                : Optional.ofNullable(LIBRARIES.get(word.group(1))).map(name -> library(name, version));
    }

    private static ClientSoftware library(String name, String version) {
        return new ClientSoftware("library", "", name, Version.shortened(version), Engine.NONE);
    }

    private static ClientSoftware of(String agent, Client detected) {
        var name = detected.getName().orElse("");
        var version = Version.shortened(detected.getVersion().orElse(""));
        return detected instanceof Browser browser
                ? new ClientSoftware(
                        detected.getType(), CODES.getOrDefault(name, ""), name, version, Engine.of(agent, browser))
                : new ClientSoftware(detected.getType(), "", name, version, Engine.NONE);
    }
}
