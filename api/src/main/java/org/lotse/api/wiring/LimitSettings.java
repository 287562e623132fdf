package org.lotse.api.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may send.
 *
 * @param body of a JSON document, which is read whole
 * @param stream of an import or NDJSON, which is read line by line, and of an inline planning problem
 */
@ConfigurationProperties("lotse.limits")
record LimitSettings(
        @DefaultValue("2MB") DataSize body,
        @DefaultValue("1GB") DataSize stream) {}
