package io.gatehouse.messaging.text;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.NumberingSystem;
import com.ibm.icu.util.MeasureUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/** A language we write in. Regional variants say in their base language, and finally in English, what they lack. */
public final class Language {

    /** Never the language of the machine we happen to run on. */
    private static final Control FILES = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private final Locale locale;
    private final ResourceBundle sentences;

    private Language(Locale locale, ResourceBundle sentences) {
        this.locale = locale;
        this.sentences = sentences;
    }

    /** @param tag such as {@code de} or {@code pt-br}; English if we do not speak it */
    public static Language of(String tag) {
        var asked = Locale.forLanguageTag(tag);
        var sentences = ResourceBundle.getBundle("mail.texts", asked, FILES);
        var isOurs = !sentences.getLocale().equals(Locale.ROOT)
                || asked.getLanguage().equals("en");
        return new Language(isOurs ? asked : Locale.ENGLISH, sentences);
    }

    /** Tells browsers and screen readers, as BCP 47 spells it. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }

    /** @throws java.util.MissingResourceException if there is no such sentence */
    public String say(String sentence, Map<String, String> values) {
        return Placeholders.fill(sentences.getString(sentence), values);
    }

    /** In the largest unit that divides it: 60 minutes are an hour, 90 minutes are 90 minutes. */
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
    String day(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), instant);
    }

    /** Day and month, UTC. */
    String dayOfYear(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedPattern("MMMMd"), instant);
    }

    private String format(DateTimeFormatter style, Instant instant) {
        return style.withLocale(locale).withZone(ZoneOffset.UTC).format(instant);
    }

    /** With the digits of codes and times, so that one mail does not count in two scripts. */
    private String amount(long number, MeasureUnit unit) {
        return NumberFormatter.withLocale(locale)
                .unit(unit)
                .unitWidth(UnitWidth.FULL_NAME)
                .symbols(NumberingSystem.LATIN)
                .format(number)
                .toString();
    }
}
