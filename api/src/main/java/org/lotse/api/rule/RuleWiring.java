package org.lotse.api.rule;

import java.util.function.Supplier;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Vocabulary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What other capabilities get from here besides {@link JdbcRuleSets}. */
@Configuration(proxyBeanMethods = false)
class RuleWiring {
    /** The vocabulary of the rules in force. */
    @Bean
    Supplier<Vocabulary> vocabulary(RuleSets rules) {
        return () -> rules.active().vocabulary();
    }
}
