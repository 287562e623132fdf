package org.lotse.api.start;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code lotse.*} of the start.
 *
 * @param demo whether an empty database gets the demo company
 */
@ConfigurationProperties("lotse")
record StartSettings(@DefaultValue("false") boolean demo) {}
