package org.lotse.api.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.security.Caller;
import org.lotse.api.security.Role;
import org.lotse.api.security.Scope;

/** The pages there are and who works with each. */
enum ConsolePage {
    RULES(caller -> caller.may(Scope.RULES_EDIT) || caller.may(Scope.RULES_RELEASE) || caller.may(Scope.SIMULATE)),
    PRICES(caller -> caller.may(Scope.RULES_EDIT) || caller.may(Scope.RULES_RELEASE) || caller.may(Scope.SIMULATE)),
    RESULTS(caller -> caller.may(Scope.SIMULATE)),
    MODELS(caller -> caller.may(Scope.MODELS)),
    AGENT(caller -> caller.may(Scope.DECIDE) && caller.may(Scope.FEEDBACK) && caller.may(Scope.CUSTOMERS_READ)),
    CALLS(caller -> caller.may(Scope.PLANS_READ) && caller.may(Scope.FEEDBACK) && caller.may(Scope.CUSTOMERS_READ)),
    TEAM(caller -> caller.may(Scope.PLANS_WRITE)),
    ROUTE(caller -> caller.may(Scope.PLANS_WRITE)
            || caller.may(Scope.PLANS_READ)
                    && caller.role().filter(Role.REP::equals).isPresent()),
    ROUTES(caller -> caller.may(Scope.PLANS_WRITE)),
    REVIEWS(caller -> caller.may(Scope.PRIVACY)),
    DUPLICATES(caller -> caller.may(Scope.CUSTOMERS_WRITE));

    private final Predicate<Caller> readers;

    ConsolePage(Predicate<Caller> readers) {
        this.readers = readers;
    }

    /** The pages somebody may open, in the order they are shown. */
    static List<ConsolePage> of(Caller caller) {
        return Arrays.stream(values()).filter(page -> page.readers.test(caller)).toList();
    }

    /**
     * Lets a caller in.
     *
     * @throws ProblemException when the page is not theirs
     */
    void open(Caller caller) {
        if (!readers.test(caller)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
    }

    /** Names its words and its place: {@code rules}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String path() {
        return "/console/" + key();
    }
}
