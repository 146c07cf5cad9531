package io.gatehouse.messaging.mail;

import static java.util.stream.Collectors.toMap;

import io.gatehouse.messaging.text.Placeholders;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Fills placeholders in the HTML of project templates, and converts HTML to plain text. */
final class Markup {

    /** Characters that could end an attribute. Ampersands stay, so that the HTML contains the link as it was built. */
    private static final Pattern UNSAFE = Pattern.compile("[\"'<>`\\s]");

    private static final Pattern MANY_BLANK_LINES = Pattern.compile("\\s*\n\\s*\n\\s*");

    private Markup() {}

    /**
     * Escapes all values; percent-encodes the link {@code redirect}. <code>{{b}}</code> and <code>{{/b}}</code> enclose
     * bold text.
     */
    static String fill(String html, Map<String, String> values) {
        var escaped = values.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, value -> Entities.escape(value.getValue())));
        escaped.computeIfPresent("redirect", (name, _) -> encodeLink(values.getOrDefault(name, "")));
        escaped.put("b", "<strong>");
        escaped.put("/b", "</strong>");
        return Placeholders.fill(html, escaped);
    }

    /** Removes tags, and inserts the values unescaped. */
    static String fillPlain(String html, Map<String, String> values) {
        return Placeholders.fill(Jsoup.parse(html).text(), values).replaceAll("\\{\\{/?b}}", "");
    }

    /** Percent-encodes the characters that could end an HTML attribute. */
    static String encodeLink(String link) {
        return UNSAFE.matcher(link)
                .replaceAll(found ->
                        String.format(Locale.ROOT, "%%%02X", (int) found.group().charAt(0)));
    }

    /** Converts HTML to plain text: each block becomes a paragraph, and each link's address follows its text. */
    static String toText(String html) {
        var text = new StringBuilder();
        Jsoup.parse(html).body().traverse(new TextExtractor(text));
        return MANY_BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    private record TextExtractor(StringBuilder text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode textNode) {
                text.append(textNode.text());
            } else if (node.nameIs("br")) {
                text.append('\n');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node.nameIs("a") && node.hasAttr("href")) {
                text.append('\n').append(node.attr("href")).append('\n');
            } else if (node instanceof Element element && element.isBlock()) {
                text.append("\n\n");
            }
        }
    }
}
