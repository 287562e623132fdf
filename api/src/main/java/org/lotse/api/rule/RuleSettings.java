package org.lotse.api.rule;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code lotse.*} that concern rules.
 *
 * @param rules folder of the rule files to start with instead of the shipped ones
 * @param watchRules folder whose changes become drafts
 */
@ConfigurationProperties("lotse")
record RuleSettings(Optional<Path> rules, Optional<Path> watchRules) {}
