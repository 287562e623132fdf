package org.lotse.api.start;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code lotse.*} of the start.
 *
 * @param demo whether the service runs as the demo company
 * @param demoData whether an empty database then gets its data
 */
@ConfigurationProperties("lotse")
record StartSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("true") boolean demoData) {
    boolean loadsDemo() {
        return demo && demoData;
    }
}
