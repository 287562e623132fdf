package org.lotse.api.contact;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said in contacts that nobody asked for, and which trigger has made them. */
@Component
public class ContactWords {
    /** How the orders begin under which triggers reserve. */
    public static final String TRIGGERED = "trigger-run/";

    private final JdbcClient database;
    private final JsonMapper json;

    ContactWords(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What is known of one contact. */
    record Found(String trigger, @Nullable JsonNode say) {}

    /**
     * Adds to a contact just reserved, once.
     */
    public void add(String contact, String trigger, @Nullable JsonNode say) {
        database.sql(
                        "insert into contact_words (contact_id, trigger, say) values (?, ?, ?::jsonb) on conflict do nothing")
                .param(contact)
                .param(trigger)
                .param(say == null ? null : json.writeValueAsString(say))
                .update();
    }

    Map<String, Found> of(Collection<String> contacts) {
        Map<String, Found> found = new HashMap<>();
        if (!contacts.isEmpty()) {
            database.sql("select * from contact_words where contact_id in (:ids)")
                    .param("ids", contacts)
                    .query((row, number) -> found.put(
                            row.getString("contact_id"),
                            new Found(row.getString("trigger"), said(row.getString("say")))))
                    .list();
        }
        return found;
    }

    private @Nullable JsonNode said(@Nullable String say) {
        return say == null ? null : json.readTree(say);
    }
}
