package org.lotse.api.result;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code lotse.*} that concern results.
 *
 * @param results a file that says which figures there are and who sees which, in place of the shipped one
 */
@ConfigurationProperties("lotse")
record ResultSettings(Optional<Path> results) {}
