package org.lotse.api.person;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.lotse.engine.term.SubjectId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says over HTTP that customer records are the same person, or are not after all. */
@RestController
@RequestMapping("/v1/customers/{id}")
class PersonController {
    private static final String PERSON = """
            {"customerId": "c-812", "leading": "c-45", "records": ["c-45", "c-812"]}""";

    private static final String CHANGES = """
            [{"kind": "MERGED", "customerId": "c-812", "person": "c-45", "by": "demo-steward",
              "at": "2026-11-20T08:00:00Z"}]""";

    private final Persons persons;
    private final MergePersons merge;
    private final PersonChanges changes;

    PersonController(Persons persons, MergePersons merge, PersonChanges changes) {
        this.persons = persons;
        this.merge = merge;
        this.changes = changes;
    }

    /** @param into the record that leads from now on */
    record MergeBody(@NotBlank String into) {}

    /**
     * A person.
     *
     * @param customerId the record asked for
     * @param leading the record that stands for the person
     * @param records all records of the person
     */
    record Person(String customerId, String leading, List<String> records) {}

    @Operation(
            summary = "Merges this customer record into another: one person from the next decision on",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("{\"into\": \"c-45\"}"))),
            responses = @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(PERSON))))
    @PostMapping("/merge")
    Person merge(@PathVariable String id, @Valid @RequestBody MergeBody body, @AuthenticationPrincipal Caller caller) {
        return person(id, merge.merge(customer(id, ""), customer(body.into(), "/into"), caller));
    }

    @Operation(
            summary = "Takes this customer record out of the person it was merged into",
            responses = @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(PERSON))))
    @PostMapping("/split")
    Person split(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return person(id, merge.split(customer(id, ""), caller));
    }

    @Operation(
            summary = "The records that are the same person",
            responses = @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(PERSON))))
    @GetMapping("/person")
    Person person(@PathVariable String id) {
        return person(id, persons.records(customer(id, "")));
    }

    @Operation(
            summary = "Who merged and split the records of this person, and when; the latest first",
            responses = @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(CHANGES))))
    @GetMapping("/person/changes")
    List<PersonChanges.Change> changes(@PathVariable String id) {
        return changes.of(customer(id, ""));
    }

    private Person person(String id, List<SubjectId> records) {
        return new Person(
                id,
                persons.leading(SubjectId.customer(id)).id(),
                records.stream().map(SubjectId::id).sorted().toList());
    }

    private static SubjectId customer(String id, String pointer) {
        try {
            return SubjectId.customer(id);
        } catch (IllegalArgumentException bad) {
            throw ProblemException.invalid(pointer, "BAD_ID", id);
        }
    }
}
