package io.gatehouse.messaging.inbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes inbox messages as JSON, for the page and for tests. */
final class InboxJson {

    private static final JsonMapper JSON = new JsonMapper();

    private InboxJson() {}

    static String of(List<InboxMessage> messages) {
        var list = JSON.createObjectNode().put("total", messages.size());
        messages.stream().map(InboxJson::of).forEach(list.putArray("messages")::add);
        return list.toString();
    }

    private static ObjectNode of(InboxMessage inboxMessage) {
        return JSON.createObjectNode()
                .put("id", inboxMessage.id())
                .put("channel", inboxMessage.channel().value())
                .put("project", inboxMessage.projectId())
                .put("template", inboxMessage.messageType())
                .put("userId", inboxMessage.userId())
                .put("to", inboxMessage.to())
                .put("from", inboxMessage.from())
                .put("subject", inboxMessage.subject())
                .put("text", inboxMessage.text())
                .put("html", inboxMessage.html())
                .put("code", inboxMessage.code())
                .put("link", inboxMessage.link())
                .put("at", inboxMessage.at().toString());
    }
}
