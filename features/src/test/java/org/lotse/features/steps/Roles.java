package org.lotse.features.steps;

/** The tokens of the demo company, one per role. */
final class Roles {
    static final String MARKETING = "demo-marketing";
    static final String RELEASE = "demo-release";
    static final String AGENT = "demo-agent";
    static final String REP = "demo-rep";
    static final String ANALYST = "demo-analyst";
    static final String STEWARD = "demo-steward";
    static final String ADMIN = "demo-admin";

    private Roles() {}
}
