package org.lotse.api.insight;

import java.util.List;

/**
 * Who relies on a model.
 *
 * @param terms the terms that are its prediction, and those worked out from them
 * @param rules the rows and sentences that read such a term
 * @param actions the actions whose chance of acceptance it says, or whose value reads such a term
 * @param models other models that take it as a signal
 * @param calls whether call lists are planned by it
 */
public record ModelUsers(
        List<UsedTerm> terms, List<UsingRule> rules, List<UsingAction> actions, List<String> models, boolean calls) {
    public ModelUsers {
        terms = List.copyOf(terms);
        rules = List.copyOf(rules);
        actions = List.copyOf(actions);
        models = List.copyOf(models);
    }

    /**
     * A term.
     *
     * @param direct whether it is the prediction itself
     */
    public record UsedTerm(String subject, String key, String title, boolean direct) {}

    /** A row of a table or a sentence. */
    public record UsingRule(String file, int row, String name, String reads) {}

    /** An action. */
    public record UsingAction(String key, String title, How how) {}

    /** How an action uses a model. */
    public enum How {
        PROPENSITY,
        UPLIFT,
        VALUE
    }

    public boolean isEmpty() {
        return terms.isEmpty() && rules.isEmpty() && actions.isEmpty() && models.isEmpty() && !calls;
    }
}
