package org.lotse.engine.decision;

/**
 * A part a decision reads from, which may be late or down.
 *
 * @param name stable: {@code CONTACT_LEDGER}, {@code MODEL:churn}
 */
public record Part(String name) {
    /** The stored subjects with their events. */
    public static final Part SUBJECT = new Part("SUBJECT");

    /** Consents and objections. */
    public static final Part CONSENT = new Part("CONSENT");

    /** Which records are one person. */
    public static final Part PERSON = new Part("PERSON");

    /** Contacts made and reserved. */
    public static final Part CONTACT_LEDGER = new Part("CONTACT_LEDGER");

    /** The log of decisions. */
    public static final Part DECISION_LOG = new Part("DECISION_LOG");

    /** All models. */
    public static final Part MODELS = new Part("MODELS");

    /** The statistics of the population. */
    public static final Part STATISTICS = new Part("STATISTICS");

    /** The computed prices of capacities. */
    public static final Part PRICES = new Part("PRICES");

    private static final String MODEL = "MODEL:";

    /** A model by its name. */
    public static Part model(String name) {
        return new Part(MODEL + name);
    }

    /** Whether it is a model. */
    public boolean isModel() {
        return name.startsWith(MODEL);
    }

    /** Its kind: {@code MODEL} of {@code MODEL:churn}. */
    public String kind() {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** What it is about: {@code churn} of {@code MODEL:churn}; empty for parts there is only one of. */
    public String subject() {
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(colon + 1);
    }
}
