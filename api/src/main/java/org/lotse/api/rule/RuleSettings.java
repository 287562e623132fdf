package org.lotse.api.rule;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code lotse.*} that concern rules.
 *
 * @param rules folder of the rule files to start with instead of the shipped ones
 * @param watchRules folder whose changes become drafts
 */
@ConfigurationProperties("lotse")
record RuleSettings(@Nullable Path rules, @Nullable Path watchRules) {}
