package org.lotse.api.result;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lotse.api.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What marketing achieves against the control group. */
@RestController
@RequestMapping(path = "/v1/results", produces = MediaType.APPLICATION_JSON_VALUE)
class ResultController {
    private static final int LONGEST = 3 * 366;

    private final MeasureResults measure;

    ResultController(MeasureResults measure) {
        this.measure = measure;
    }

    @Operation(
            summary = "What marketing achieves against the control group",
            description =
                    "The share of persons something happened to, with and without marketing; the difference with its"
                            + " 95 % interval. All stored customers count, merged records once.")
    @GetMapping("/control-group")
    List<ResultView> results(
            @Parameter(
                            description = "An outcome of the vocabulary; without one the three that matter most.",
                            example = "CHURNED")
                    @RequestParam
                    Optional<String> event,
            @RequestParam(defaultValue = "90") int days,
            Locale locale) {
        if (days < 1 || days > LONGEST) {
            throw ProblemException.invalid("/days", "OUT_OF_RANGE", days, 1, LONGEST);
        }
        return event.map(one -> List.of(measure.measure(one, days, locale)))
                .orElseGet(() -> measure.mostImportant(days, locale));
    }
}
