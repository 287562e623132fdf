package org.lotse.api.planning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the vehicles of stored reps reload: {@code reload} of a rep names depots by their ids. */
@RestController
class DepotController {
    private final JdbcDepots depots;

    DepotController(JdbcDepots depots) {
        this.depots = depots;
    }

    /** A depot as sent. */
    record DepotBody(
            @NotBlank String name,
            @DecimalMin("-90") @DecimalMax("90") double lat,
            @DecimalMin("-180") @DecimalMax("180") double lon) {}

    @Operation(summary = "Every depot")
    @GetMapping("/v1/depots")
    List<Team.Depot> depots() {
        return depots.all();
    }

    @Operation(
            summary = "Takes a depot in, or as is said now",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"name\": \"Depot Kiel\", \"lat\": 54.31, \"lon\": 10.12}"))))
    @PutMapping("/v1/depots/{id}")
    Team.Depot keep(
            @PathVariable String id, @Valid @org.springframework.web.bind.annotation.RequestBody DepotBody body) {
        Team.Depot depot = new Team.Depot(id, body.name(), body.lat(), body.lon());
        depots.keep(depot);
        return depot;
    }

    @Operation(summary = "Gives a depot up at which no rep reloads any more")
    @DeleteMapping("/v1/depots/{id}")
    ResponseEntity<Void> remove(@PathVariable String id) {
        return TeamController.gone(depots::remove, "depot", id);
    }
}
