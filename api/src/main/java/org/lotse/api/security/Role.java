package org.lotse.api.security;

import java.util.EnumSet;
import java.util.Set;

/** The people the service is for, and the scopes each of them works with. */
public enum Role {
    MARKETING(Scope.RULES_EDIT, Scope.SIMULATE, Scope.DECIDE, Scope.CUSTOMERS_READ),
    RELEASE(Scope.RULES_RELEASE, Scope.PRIVACY_RELEASE, Scope.SIMULATE, Scope.DECIDE, Scope.CUSTOMERS_READ),
    AGENT(Scope.DECIDE, Scope.FEEDBACK, Scope.CUSTOMERS_READ, Scope.PLANS_READ),
    REP(Scope.DECIDE, Scope.FEEDBACK, Scope.PLANS_READ),
    ANALYST(Scope.MODELS, Scope.SIMULATE, Scope.DECIDE, Scope.CUSTOMERS_READ),
    /** Keeps customer data clean: duplicates, corrections. */
    STEWARD(Scope.CUSTOMERS_READ, Scope.CUSTOMERS_WRITE),
    ADMIN(Scope.values());

    private final Set<Scope> scopes;

    Role(Scope... scopes) {
        this.scopes = Set.of(scopes);
    }

    public Set<Scope> scopes() {
        return EnumSet.copyOf(scopes);
    }
}
