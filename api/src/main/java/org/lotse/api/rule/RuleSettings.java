package org.lotse.api.rule;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code lotse.*} that concern rules.
 *
 * @param rules folder of the rule files to start with instead of the shipped ones
 */
@ConfigurationProperties("lotse")
record RuleSettings(Optional<Path> rules) {}
