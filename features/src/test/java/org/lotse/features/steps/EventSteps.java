package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.de.Angenommen;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What happens to customers. */
public class EventSteps {
    private final Service service;
    private final Scene scene;
    private int delivered;

    public EventSteps(Service service, Scene scene) {
        this.service = service;
        this.scene = scene;
    }

    @Given("^the customer has (\\d+) days ago this event: ([\\w-]+) with ([\\w-]+) (\\w+)$")
    @Angenommen("^der (?:Kunde|Fall) hat vor (\\d+) Tagen dieses Ereignis: ([\\w-]+) mit ([\\w-]+) (\\w+)$")
    public void happened(int daysAgo, String type, String field, String value) {
        deliver(event(Duration.ofDays(-daysAgo), type, field, value)).ok();
    }

    @When("^this event is delivered: ([\\w-]+) with ([\\w-]+) (\\w+)$")
    public void happens(String type, String field, String value) {
        deliver(event(Duration.ZERO, type, field, value));
    }

    @When("^this event of tomorrow is delivered: ([\\w-]+) with ([\\w-]+) (\\w+)$")
    public void willHappen(String type, String field, String value) {
        deliver(event(Duration.ofDays(1), type, field, value));
    }

    @When("^this event is delivered twice: ([\\w-]+) with ([\\w-]+) (\\w+)$")
    public void happensTwice(String type, String field, String value) {
        ObjectNode event = event(Duration.ofHours(-1), type, field, value);
        deliver(event).ok();

        Reply again = deliver(event).ok();

        assertThat(Json.items(again.at("/rejected")))
                .as("repeating is no mistake: %s", again)
                .isEmpty();
    }

    private Reply deliver(ObjectNode event) {
        return scene.remember(service.post(Roles.ADMIN, "/v1/events", event));
    }

    private ObjectNode event(Duration fromNow, String type, String field, String value) {
        delivered++;
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("id", scene.own("event-" + delivered))
                .put("type", type)
                .put("subject", scene.subjectType() + "/" + scene.subjectId())
                .put("time", Instant.now().plus(fromNow).toString());
        ObjectNode data = event.putObject("data");
        if (value.matches("\\d+")) {
            data.put(field, Long.parseLong(value));
        } else if (value.equals("true") || value.equals("false")) {
            data.put(field, Boolean.parseBoolean(value));
        } else {
            data.put(field, value);
        }
        return event;
    }
}
