package io.gatehouse.messaging.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays out the sentences of a mail: as HTML, where everything is escaped, and as plain text. */
final class Layout {

    /** Filled up to this length, a preview keeps the body's first words out of the mail client's list of mails. */
    private static final int PREVIEW_LENGTH = 150;

    private static final String INVISIBLE = "\u00A0\u200C";

    private final Template html;
    private final Template text;

    Layout() {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(ValueResolvers.rawResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        this.html = engine.parse(read("/mail/layout.html"), Variant.forContentType(Variant.TEXT_HTML));
        this.text = engine.parse(read("/mail/layout.txt"), Variant.forContentType(Variant.TEXT_PLAIN));
    }

    /** @param message HTML to put in place of all sentences; null for the sentences */
    String html(Wording wording, String subject, @Nullable String message) {
        return fill(html, wording, message)
                .data("lang", wording.language().tag())
                .data("direction", wording.language().direction())
                .data("subject", subject)
                .data("preview", padded(wording.preview()))
                .data("linkAsText", wording.say("link"))
                .data("href", Markup.href(wording.link()))
                .render();
    }

    /** @param message plain text to put in place of all sentences; null for the sentences */
    String text(Wording wording, @Nullable String message) {
        return fill(text, wording, message).render();
    }

    private static TemplateInstance fill(Template template, Wording wording, @Nullable String message) {
        return template.data("customised", message != null)
                .data("message", message)
                .data("greeting", wording.greeting())
                .data("intro", wording.intro())
                .data("code", wording.code())
                .data("link", wording.link())
                .data("button", wording.button())
                .data("facts", wording.facts())
                .data("closing", wording.closing())
                .data("thanks", wording.say("thanks"))
                .data("signature", wording.say("signature"));
    }

    private static String padded(String preview) {
        var missing = Math.max(0, PREVIEW_LENGTH - preview.length());
        return preview + INVISIBLE.repeat(missing / INVISIBLE.length());
    }

    private static String read(String name) {
        try (var resource = Layout.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
