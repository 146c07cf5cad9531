package io.gatehouse.messaging.inbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Letters as JSON, for the page and for tests. */
final class LettersJson {

    private static final JsonMapper JSON = new JsonMapper();

    private LettersJson() {}

    static String of(List<Letter> letters) {
        var list = JSON.createObjectNode().put("total", letters.size());
        letters.stream().map(LettersJson::of).forEach(list.putArray("messages")::add);
        return list.toString();
    }

    private static ObjectNode of(Letter letter) {
        return JSON.createObjectNode()
                .put("id", letter.id())
                .put("channel", letter.channel().value())
                .put("project", letter.project())
                .put("template", letter.template())
                .put("userId", letter.userId())
                .put("to", letter.to())
                .put("from", letter.from())
                .put("subject", letter.subject())
                .put("text", letter.text())
                .put("html", letter.html())
                .put("code", letter.code())
                .put("link", letter.link())
                .put("at", letter.at().toString());
    }
}
