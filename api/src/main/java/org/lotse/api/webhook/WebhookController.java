package org.lotse.api.webhook;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which systems are told, and what became of the messages to them. */
@RestController
@RequestMapping("/v1/webhooks")
class WebhookController {
    private final Deliveries deliveries;
    private final WebhookSettings settings;

    WebhookController(Deliveries deliveries, WebhookSettings settings) {
        this.deliveries = deliveries;
        this.settings = settings;
    }

    /** A system that is told; the key its messages are signed with stays here. */
    record EndpointView(String name, String address, List<String> kinds) {}

    @Operation(summary = "The systems that are told, as configured")
    @GetMapping
    List<EndpointView> endpoints() {
        return settings.endpoints().stream()
                .map(endpoint -> new EndpointView(
                        endpoint.name(),
                        endpoint.url().getScheme() + "://" + endpoint.url().getAuthority(),
                        endpoint.kinds() == null
                                ? List.of()
                                : endpoint.kinds().stream().sorted().toList()))
                .toList();
    }

    @Operation(
            summary = "Messages by state",
            description = "DEAD are those that never arrived: look at lastError, mend it, then retry.")
    @GetMapping("/deliveries")
    List<Deliveries.View> deliveries(
            @RequestParam(defaultValue = "DEAD") String state, @RequestParam(defaultValue = "100") int limit) {
        return deliveries.inState(state, limit);
    }

    @Operation(summary = "Sends a dead message again")
    @PostMapping("/deliveries/{id}/retry")
    Deliveries.View retry(@PathVariable long id) {
        return deliveries.retry(id);
    }
}
