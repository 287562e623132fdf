package org.lotse.api.learning;

import io.swagger.v3.oas.annotations.Operation;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How challengers do. */
@RestController
class LearningController {
    private static final ProblemKind NO_CHALLENGER = new ProblemKind("no-challenger", HttpStatus.NOT_FOUND);

    private final Challengers challengers;

    LearningController(Challengers challengers) {
        this.challengers = challengers;
    }

    @Operation(summary = "How the challenger of a model does against its champion, on the offers both predicted")
    @GetMapping("/v1/models/{name}/challenger")
    Challengers.Standing challenger(@PathVariable String name) {
        return challengers.standing(name).orElseThrow(() -> ProblemException.of(NO_CHALLENGER, name));
    }
}
