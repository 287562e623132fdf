package org.lotse.api.contact;

import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.api.consent.KnownChannels;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.springframework.stereotype.Component;

/** The channels consents may be given for: those of the active rule version. */
@Component
class RuleChannels implements KnownChannels {
    private final RuleSets ruleSets;

    RuleChannels(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    @Override
    public Set<String> keys() {
        return ruleSets.active().kept(Keys.class, Keys::of).keys();
    }

    /** Those of one bundle. */
    private record Keys(Set<String> keys) {
        static Keys of(RuleSet rules) {
            return new Keys(rules.catalogue().channels().keySet().stream()
                    .map(ChannelKey::value)
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }
}
