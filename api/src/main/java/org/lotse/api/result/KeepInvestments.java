package org.lotse.api.result;

import java.time.Instant;
import java.util.List;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.result.KeptResults.Kept;
import org.lotse.api.result.KeptResults.Kind;
import org.lotse.engine.decision.RuleSets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Keeps what was invested and what it is to bring, and works out the return. Thread-safe. */
@Component
public class KeepInvestments {
    private static final ProblemKind UNKNOWN = new ProblemKind("unknown-investment", HttpStatus.NOT_FOUND);

    private final KeptResults kept;
    private final RuleSets rules;

    KeepInvestments(KeptResults kept, RuleSets rules) {
        this.kept = kept;
        this.rules = rules;
    }

    /** A kept investment and its return. */
    public record Standing(String name, Investment investment, Investment.Forecast forecast, String by, Instant at) {}

    public List<Standing> all() {
        return kept.all(Kind.INVESTMENT, Investment.class).stream()
                .map(this::standing)
                .toList();
    }

    /** Keeps an investment in the place of the one of this name. */
    public Standing keep(String name, Investment investment, String by) {
        return standing(kept.keep(Kind.INVESTMENT, name, investment, by));
    }

    /** @throws ProblemException 404 when there is none of this name */
    public void takeAway(String name, String by) {
        if (!kept.takeAway(Kind.INVESTMENT, name, by)) {
            throw ProblemException.of(UNKNOWN, name);
        }
    }

    Investment.Forecast forecast(Investment investment) {
        return investment.forecast(rules.active().settings().currency().getCurrencyCode());
    }

    private Standing standing(Kept<Investment> one) {
        return new Standing(one.key(), one.body(), forecast(one.body()), one.by(), one.at());
    }
}
