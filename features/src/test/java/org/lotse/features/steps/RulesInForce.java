package org.lotse.features.steps;

import org.jspecify.annotations.Nullable;

/** The rules that were in force when a scenario first touched them, and the way back to them. */
public class RulesInForce {
    private final Service service;
    private final Scene scene;
    private @Nullable String before;

    public RulesInForce(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    /** The version in force now. */
    String now() {
        return service.get(Roles.RELEASE, "/v1/rules").ok().at("/version").asString();
    }

    /** The version before the scenario changed anything; remembered when first asked for. */
    String before() {
        String known = before;
        if (known == null) {
            known = now();
            before = known;
        }
        return known;
    }

    /** Goes back to the version from before, if the scenario is elsewhere. */
    void restore() {
        if (before != null && !now().equals(before)) {
            service.post(Roles.RELEASE, "/v1/rules/versions/" + before + "/activation")
                    .ok();
            scene.rulesChanged();
        }
    }
}
