package io.gatehouse.rest.request;

import java.util.Locale;
import java.util.Map;

/** The names of countries in the languages of the CLDR, which is part of every JDK. */
public final class Countries {

    private static final String UNKNOWN = "Unknown";

    /** The name for an unknown country, by language. */
    private static final Map<String, String> UNKNOWN_IN = Map.ofEntries(
            Map.entry("cs", "Neznámé"),
            Map.entry("da", "Ukendt"),
            Map.entry("de", "Unbekannt"),
            Map.entry("es", "Desconocido"),
            Map.entry("fi", "Tuntematon"),
            Map.entry("fr", "Inconnu"),
            Map.entry("hu", "Ismeretlen"),
            Map.entry("id", "Tidak diketahui"),
            Map.entry("it", "Sconosciuto"),
            Map.entry("ja", "不明"),
            Map.entry("ko", "알 수 없음"),
            Map.entry("nb", "Ukjent"),
            Map.entry("nl", "Onbekend"),
            Map.entry("no", "Ukjent"),
            Map.entry("pl", "Nieznany"),
            Map.entry("pt", "Desconhecido"),
            Map.entry("ro", "Necunoscut"),
            Map.entry("ru", "Неизвестно"),
            Map.entry("sv", "Okänt"),
            Map.entry("tr", "Bilinmiyor"),
            Map.entry("uk", "Невідомо"),
            Map.entry("zh", "未知"));

    private Countries() {}

    /** @param code ISO 3166-1 alpha-2 in lower case; anything else is an unknown country */
    public static String name(String code, Locale locale) {
        var name = Locale.of("", code).getDisplayCountry(locale);
        return name.equalsIgnoreCase(code) ? UNKNOWN_IN.getOrDefault(locale.getLanguage(), UNKNOWN) : name;
    }
}
