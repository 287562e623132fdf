package org.lotse.api.console;

import java.util.Optional;
import java.util.UUID;
import org.lotse.api.jobs.Job;
import org.lotse.api.jobs.Jobs;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How far a plan is that somebody asked for on a page. */
@Component
class PlanProgress {
    private final Jobs jobs;

    PlanProgress(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * How far it is.
     *
     * @param percent 0 to 100
     * @param problem why it failed, in words; empty when it did not
     */
    record Step(UUID id, int percent, boolean isFinal, String problem) {}

    /** The state of a job; empty when there is none of this id. */
    Optional<Step> of(UUID id) {
        return jobs.find(id)
                .map(job -> new Step(
                        id, (int) Math.round(job.progress() * 100), job.state().isFinal(), problem(job)));
    }

    private static String problem(Job job) {
        JsonNode problem = job.problem();
        return problem == null
                ? ""
                : problem.path("detail").asString(problem.path("title").asString(""));
    }
}
