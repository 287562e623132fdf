package org.lotse.api.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Role;

class ConsolePageTest {
    @Test
    void givesEachRoleItsPages() {
        assertThat(ConsolePage.of(caller(Role.MARKETING)))
                .containsExactly(ConsolePage.RULES, ConsolePage.PRICES, ConsolePage.RESULTS);
        assertThat(ConsolePage.of(caller(Role.RELEASE)))
                .containsExactly(ConsolePage.RULES, ConsolePage.PRICES, ConsolePage.RESULTS);
        assertThat(ConsolePage.of(caller(Role.ANALYST))).contains(ConsolePage.MODELS, ConsolePage.RESULTS);
        assertThat(ConsolePage.of(caller(Role.AGENT))).containsExactly(ConsolePage.AGENT, ConsolePage.CALLS);
        assertThat(ConsolePage.of(caller(Role.REP))).containsExactly(ConsolePage.ROUTE);
        assertThat(ConsolePage.of(caller(Role.STEWARD))).containsExactly(ConsolePage.DUPLICATES);
        assertThat(ConsolePage.of(caller(Role.ADMIN))).containsExactly(ConsolePage.values());
    }

    @Test
    void refusesThePageOfAnother() {
        assertThatThrownBy(() -> ConsolePage.RULES.open(caller(Role.AGENT))).isInstanceOf(ProblemException.class);
    }

    private static Caller caller(Role role) {
        return new Caller("somebody", role, role.scopes());
    }
}
