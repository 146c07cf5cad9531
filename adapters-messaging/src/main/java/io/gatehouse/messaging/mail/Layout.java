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

/** Renders the sentences of a mail as HTML and as plain text. In HTML all values are escaped, except a project's own
 * message, which is HTML, and the link's target, which is percent-encoded. */
final class Layout {

    /** Padded to this length, the preview keeps the first words of the body out of the mail client's list of mails. */
    private static final int PREVIEW_LENGTH = 150;

    private static final String INVISIBLE_PADDING = "\u00A0\u200C";

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

    /** @param message HTML that replaces all sentences; null to keep them */
    String html(MailText mailText, String subject, @Nullable String message) {
        return fill(html, mailText, message)
                .data("lang", mailText.language().tag())
                .data("direction", mailText.language().direction())
                .data("subject", subject)
                .data("preview", padded(mailText.preview()))
                .data("linkAsText", mailText.text("link"))
                .data("href", Markup.encodeLink(mailText.link()))
                .render();
    }

    /** @param message plain text that replaces all sentences; null to keep them */
    String text(MailText mailText, @Nullable String message) {
        return fill(text, mailText, message).render();
    }

    private static TemplateInstance fill(Template template, MailText mailText, @Nullable String message) {
        return template.data("customised", message != null)
                .data("message", message)
                .data("greeting", mailText.greeting())
                .data("intro", mailText.intro())
                .data("code", mailText.code())
                .data("link", mailText.link())
                .data("button", mailText.button())
                .data("facts", mailText.facts())
                .data("closing", mailText.closing())
                .data("thanks", mailText.text("thanks"))
                .data("signature", mailText.text("signature"));
    }

    private static String padded(String preview) {
        var missing = Math.max(0, PREVIEW_LENGTH - preview.length());
        return preview + INVISIBLE_PADDING.repeat(missing / INVISIBLE_PADDING.length());
    }

    private static String read(String name) {
        try (var resource = Layout.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
