package org.lotse.api.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the service runs with the demo company: then the demo tokens are valid.
 *
 * @param demo set by {@code lotse serve}
 */
@ConfigurationProperties("lotse")
record SecuritySettings(@DefaultValue("false") boolean demo) {}
