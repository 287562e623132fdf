package org.lotse.api.learning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

    @Operation(
            summary = "How the challenger of a model does against its champion, on the offers both predicted",
            responses = @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("""
                            {"model": "accept", "challenger": "9b1c04d2a7e3f586", "champion": "3f9a2c61d0b7e845",
                             "judged": {"trials": 1240, "championLoss": 0.412, "challengerLoss": 0.398,
                               "gain": {"value": 0.014, "low": 0.006, "high": 0.022}, "calibrationError": 0.009,
                               "calibrationFloor95": 0.021, "verdict": "BETTER"}, "personConfirms": true}"""))))
    @GetMapping("/v1/models/{name}/challenger")
    Challengers.Standing challenger(@PathVariable String name) {
        return challengers.standing(name).orElseThrow(() -> ProblemException.of(NO_CHALLENGER, name));
    }
}
