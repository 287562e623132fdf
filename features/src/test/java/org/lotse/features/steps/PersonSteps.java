package org.lotse.features.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A person with several records, and many requests for one person. */
public class PersonSteps {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Service service;
    private final Scene scene;
    private final SubjectSteps subjects;
    private String one = "";
    private String other = "";
    private final Set<String> reserved = new HashSet<>();

    public PersonSteps(Service service, Scene scene, SubjectSteps subjects) {
        this.service = service;
        this.scene = scene;
        this.subjects = subjects;
    }

    @Given("^the same person has another customer record with (.+)$")
    public void anotherRecord(String terms) {
        one = scene.subjectId();
        JsonNode attributes = service.get(Roles.ADMIN, scene.subjectPath()).ok().at("/attributes");
        subjects.aSubjectWith("customer", terms);
        other = scene.subjectId();
        ObjectNode document = JSON.objectNode();
        document.set("attributes", attributes);
        service.patch(Roles.ADMIN, scene.subjectPath(), document).ok();
        scene.about("customer", one);
    }

    @When("^the records are merged$")
    public void merge() {
        scene.remember(service.post(
                        Roles.ADMIN,
                        "/v1/customers/" + other + "/merge",
                        JSON.objectNode().put("into", one)))
                .ok();
    }

    @When("^the records are split$")
    public void split() {
        scene.remember(service.post(Roles.ADMIN, "/v1/customers/" + other + "/split"))
                .ok();
    }

    @When("^the record is merged into itself$")
    public void mergeIntoItself() {
        scene.remember(service.post(
                Roles.ADMIN,
                "/v1/customers/" + one + "/merge",
                JSON.objectNode().put("into", one)));
    }

    @When("^the person objects on the other record$")
    public void objectOnOther() {
        service.put(Roles.AGENT, "/v1/customers/" + other + "/objections", JSON.objectNode())
                .ok();
    }

    @When("^the next best action over E-mail is decided for the other record$")
    public void decideForOther() {
        assertThat(decideByEmail(other).ok().at("/contactId").asString("")).isNotEmpty();
    }

    @When("^the next best action over E-mail is decided by (\\d+) requests at once$")
    public void decideAtOnce(int requests) throws Exception {
        CyclicBarrier together = new CyclicBarrier(requests);
        List<Callable<Reply>> all = new ArrayList<>();
        for (int request = 0; request < requests; request++) {
            String record = request % 2 == 0 || other.isEmpty() ? scene.subjectId() : other;
            all.add(() -> {
                together.await();
                return decideByEmail(record);
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> answer : threads.invokeAll(all)) {
                Reply reply = answer.get();
                assertThat(reply.status()).as("%s", reply).isIn(200, 503);
                String contact = reply.status() == 200 ? Json.text(reply.json(), "contactId") : "";
                if (!contact.isEmpty()) {
                    reserved.add(contact);
                }
            }
        }
    }

    @Then("^at most (\\d+) contacts are reserved for the person$")
    public void reservedContacts(int count) {
        List<String> due = Stream.of(scene.subjectId(), other)
                .flatMap(
                        record -> Json.items(service.get(Roles.AGENT, "/v1/contacts?state=DUE&customerId=" + record)
                                        .ok()
                                        .json())
                                .stream())
                .map(contact -> Json.text(contact, "contactId"))
                .toList();

        assertThat(reserved).hasSizeLessThanOrEqualTo(count);
        assertThat(due).as("what the ledger holds").containsExactlyInAnyOrderElementsOf(reserved);
    }

    private Reply decideByEmail(String record) {
        ObjectNode request = JSON.objectNode()
                .put("customerId", record)
                .put("channel", "EMAIL")
                .put("direction", "OUTBOUND");
        return service.post(Roles.AGENT, "/v1/decisions/next-best-action", request);
    }
}
