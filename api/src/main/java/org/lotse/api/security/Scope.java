package org.lotse.api.security;

import java.util.Arrays;
import java.util.Optional;

/** A right a token can carry. */
public enum Scope {
    RULES_EDIT("rules.edit"),
    RULES_RELEASE("rules.release"),
    PRIVACY_RELEASE("privacy.release"),
    DECIDE("decide"),
    SIMULATE("simulate"),
    FEEDBACK("feedback"),
    PLANS_READ("plans.read"),
    PLANS_WRITE("plans.write"),
    MODELS("models"),
    CUSTOMERS_READ("customers.read"),
    CUSTOMERS_WRITE("customers.write"),
    EVENTS_WRITE("events.write"),
    PRIVACY("privacy");

    private final String key;

    Scope(String key) {
        this.key = key;
    }

    /** As tokens and the documentation name it: {@code rules.edit}. */
    public String key() {
        return key;
    }

    /** The scope of this name. */
    public static Optional<Scope> of(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }

    @Override
    public String toString() {
        return key;
    }
}
