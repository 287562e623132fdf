package org.lotse.api.console;

import java.util.Locale;

/** How the rule files are grouped for people. */
enum RuleGroup {
    TABLES,
    SENTENCES,
    ACTIONS,
    CHANNELS,
    CONTACT_POLICY,
    PROMISES,
    EXAMPLES,
    VOCABULARY,
    OTHER;

    static RuleGroup of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("tables/")) {
            return TABLES;
        }
        if (path.startsWith("tests/")) {
            return EXAMPLES;
        }
        if (path.startsWith("sentences/") || name.startsWith("segments.")) {
            return SENTENCES;
        }
        if (name.startsWith("actions") || name.startsWith("replies") || name.startsWith("triggers")) {
            return ACTIONS;
        }
        if (name.startsWith("channels") || name.startsWith("capacities")) {
            return CHANNELS;
        }
        if (name.startsWith("contact-policy")) {
            return CONTACT_POLICY;
        }
        if (name.startsWith("promises")) {
            return PROMISES;
        }
        return name.startsWith("vocabulary") ? VOCABULARY : OTHER;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
