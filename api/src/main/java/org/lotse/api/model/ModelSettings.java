package org.lotse.api.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code lotse.*} that concern models.
 *
 * @param models folder with further definitions ({@code *.yaml}); one of the same name replaces a shipped one
 */
@ConfigurationProperties("lotse")
record ModelSettings(@Nullable Path models) {}
