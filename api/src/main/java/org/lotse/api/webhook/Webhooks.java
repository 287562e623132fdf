package org.lotse.api.webhook;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.lotse.api.log.SubjectVault;
import org.lotse.api.subjects.SubjectErased;
import org.lotse.engine.term.SubjectId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes messages for other systems; they leave when the transaction in which they were given commits. Until then what they
 * say is kept encrypted under the key of the subject. Thread-safe.
 */
@Component
public class Webhooks {
    private final JdbcClient database;
    private final WebhookSettings settings;
    private final JsonMapper json;
    private final SubjectVault vault;
    private final Clock clock;

    Webhooks(JdbcClient database, WebhookSettings settings, JsonMapper json, SubjectVault vault, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.json = json;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Tells every endpoint that wants this kind of message; the same message is told once.
     *
     * @param kind reverse-DNS type of the CloudEvent: {@code org.lotse.contact.due}
     * @param message its id
     * @param subject about whom
     * @param data what to tell
     */
    public void tell(String kind, String message, SubjectId subject, ObjectNode data) {
        List<WebhookSettings.Endpoint> told = settings.endpoints().stream()
                .filter(endpoint -> endpoint.wants(kind))
                .toList();
        if (told.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        ObjectNode event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", message)
                .put("type", kind)
                .put("source", "/lotse")
                .put("subject", subject.toString())
                .put("time", now.toString())
                .put("datacontenttype", "application/json");
        event.set("data", data);
        byte[] sealed = vault.seal(subject, json.writeValueAsBytes(event));
        told.forEach(endpoint -> database.sql("""
                insert into webhook_delivery (endpoint, message, kind, subject_type, subject_id, sealed, state, next_at,
                    created_at)
                values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?) on conflict do nothing""")
                .params(
                        endpoint.name(),
                        message,
                        kind,
                        subject.type().value(),
                        subject.id(),
                        sealed,
                        Timestamp.from(now),
                        Timestamp.from(now))
                .update());
    }

    /** Nobody is told about somebody who has been forgotten. */
    @EventListener
    void forget(SubjectErased erased) {
        database.sql("delete from webhook_delivery where subject_type = ? and subject_id = ?")
                .params(erased.subject().type().value(), erased.subject().id())
                .update();
    }
}
