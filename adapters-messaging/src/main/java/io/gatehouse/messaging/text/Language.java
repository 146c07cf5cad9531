package io.gatehouse.messaging.text;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.util.MeasureUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/** A language with translated texts. A regional variant falls back to its base language, and that to English. */
public final class Language {

    /** Without a fallback to the machine's locale. */
    private static final Control FILES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private final Locale locale;
    private final ResourceBundle sentences;

    private Language(Locale locale, ResourceBundle sentences) {
        this.locale = locale;
        this.sentences = sentences;
    }

    /** @param tag such as {@code de} or {@code pt-br}; for a language without texts, English is returned */
    public static Language of(String tag) {
        var requested = Locale.forLanguageTag(tag);
        var sentences = ResourceBundle.getBundle("mail.texts", requested, FILES);
        var isSupported = !sentences.getLocale().equals(Locale.ROOT)
                || requested.getLanguage().equals("en");
        return new Language(isSupported ? requested : Locale.ENGLISH, sentences);
    }

    /** The language tag (BCP 47), for browsers and screen readers. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }

    /** @throws java.util.MissingResourceException if there is no sentence of that name */
    public String text(String sentence, Map<String, String> values) {
        return Placeholders.fill(sentences.getString(sentence), values);
    }

    /** In the largest unit that divides it: {@code 1 hour} for 60 minutes, {@code 90 minutes} for 90. */
    String duration(Duration duration) {
        if (duration.equals(Duration.ofDays(duration.toDays()))) {
            return amount(duration.toDays(), MeasureUnit.DAY);
        }
        if (duration.equals(Duration.ofHours(duration.toHours()))) {
            return amount(duration.toHours(), MeasureUnit.HOUR);
        }
        return amount(duration.toMinutes(), MeasureUnit.MINUTE);
    }

    /** Day, month and year, UTC. */
    String fullDate(Instant instant) {
        return format(new DateTimeFormatterBuilder().appendLocalized(FormatStyle.LONG, null), instant);
    }

    /** Day and month, UTC. */
    String dayAndMonth(Instant instant) {
        return format(new DateTimeFormatterBuilder().appendLocalized("MMMMd"), instant);
    }

    private String format(DateTimeFormatterBuilder style, Instant instant) {
        return style.toFormatter(locale).withZone(ZoneOffset.UTC).format(instant);
    }

    /** In Latin digits, as codes and times are, so that a mail does not mix digits of two scripts. */
    private String amount(long number, MeasureUnit unit) {
        return NumberFormatter.withLocale(locale)
                .unit(unit)
                .unitWidth(UnitWidth.FULL_NAME)
                .symbols(NumberingSystem.LATIN)
                .format(number)
                .toString();
    }
}
