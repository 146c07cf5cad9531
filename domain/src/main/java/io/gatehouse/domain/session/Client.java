package io.gatehouse.domain.session;

/**
 * The software and device of a client, in the terms of Matomo's device detector. Empty text means unknown.
 *
 * @param osCode three capitals, such as {@code WIN}
 * @param osVersion at most major.minor
 * @param clientType {@code browser}, {@code mobile app}, {@code library} …
 * @param clientCode two characters, browsers only
 * @param clientVersion at most major.minor
 * @param clientEngineVersion the full version
 * @param deviceName the class of device, such as {@code smartphone}
 */
public record Client(
        String osCode,
        String osName,
        String osVersion,
        String clientType,
        String clientCode,
        String clientName,
        String clientVersion,
        String clientEngine,
        String clientEngineVersion,
        String deviceName,
        String deviceBrand,
        String deviceModel) {

    public static final Client UNKNOWN = new Client("", "", "", "", "", "", "", "", "", "", "", "");
}
