package org.lotse.api.decision;

import io.swagger.v3.oas.annotations.Operation;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.SubjectId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is held out of marketing to measure it against. */
@RestController
@RequestMapping(path = "/v1/control-group", produces = MediaType.APPLICATION_JSON_VALUE)
class ControlGroupController {
    private final RuleSets ruleSets;

    ControlGroupController(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /**
     * Whether a customer is held out.
     *
     * @param share of all persons
     * @param salt the period or experiment it is drawn for
     */
    record Membership(String customerId, boolean control, double share, String salt) {}

    @Operation(
            summary = "Whether a customer is in the control group",
            description = "Follows from the id and the salt of the settings alone; the customer need not be stored.")
    @GetMapping("/{customerId}")
    Membership membership(@PathVariable String customerId) {
        ControlGroup group = ruleSets.active().settings().control();
        return new Membership(customerId, group.contains(SubjectId.customer(customerId)), group.share(), group.salt());
    }
}
