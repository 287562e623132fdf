package org.lotse.api.console;

import java.util.List;

/**
 * Something the agent may tell about the call, with the answers there are.
 *
 * @param key the term
 * @param title in the reader's language
 * @param options the answers
 */
record Choice(String key, String title, List<Option> options) {
    Choice {
        options = List.copyOf(options);
    }

    /** One answer; {@code chosen} when it was given. */
    record Option(String key, String title, boolean chosen) {}
}
