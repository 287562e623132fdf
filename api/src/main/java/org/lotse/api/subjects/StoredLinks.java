package org.lotse.api.subjects;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Vocabulary;
import tools.jackson.databind.json.JsonMapper;

/** Links as they are stored: ids by link name; the type a link leads to stands in the vocabulary. */
final class StoredLinks {
    private StoredLinks() {}

    static Map<String, SubjectId> read(JsonMapper json, Vocabulary vocabulary, SubjectType type, String stored) {
        Map<String, SubjectType> declared = vocabulary.links().getOrDefault(type, Map.of());
        Map<String, SubjectId> links = new HashMap<>();
        json.readTree(stored).properties().forEach(field -> {
            SubjectType target = declared.get(field.getKey());
            if (target != null) {
                links.put(field.getKey(), new SubjectId(target, field.getValue().asString()));
            }
        });
        return links;
    }

    static Map<String, String> plain(Map<String, SubjectId> links) {
        Map<String, String> plain = new TreeMap<>();
        links.forEach((name, id) -> plain.put(name, id.id()));
        return plain;
    }
}
