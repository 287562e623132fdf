package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A planning problem on its way to a plan; shared by the sentences about routes and about calls. */
public class PlanSteps {
    private final Service service;
    private final Scene scene;

    public PlanSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    /** Asks for a plan; a refusal is remembered like any answer. */
    void ask(String kind, ObjectNode problem) {
        Reply asked = scene.remember(service.post(Roles.ADMIN, "/v1/plans/" + kind + "?seconds=2", problem));
        if (asked.status() / 100 == 2) {
            assertThat(asked.status()).as("a plan is a job: %s", asked).isEqualTo(202);
            scene.remember(service.await(Roles.ADMIN, asked.header("location").orElseThrow()));
        }
    }

    /** The plan, when it is there. */
    JsonNode plan() {
        JsonNode plan = scene.last().at("/plan");
        assertThat(plan.isObject()).as("a plan in %s", scene.last()).isTrue();
        return plan;
    }
}
