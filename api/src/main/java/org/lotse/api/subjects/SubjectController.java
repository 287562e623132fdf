package org.lotse.api.subjects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.ProblemKind;
import org.lotse.api.values.CurrentVocabulary;
import org.lotse.api.values.WriteValues;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Subjects over HTTP; {@code /v1/customers} is the short form for the type customer. */
@RestController
@RequestMapping({"/v1/subjects/{type}", "/v1/customers"})
class SubjectController {
    private static final String CUSTOMER = "customer";
    private static final int MOST = 1_000;

    private final StoreSubjects subjects;
    private final CurrentVocabulary vocabulary;

    SubjectController(StoreSubjects subjects, CurrentVocabulary vocabulary) {
        this.subjects = subjects;
        this.vocabulary = vocabulary;
    }

    /** A subject as it is sent. */
    record SubjectAnswer(String id, Map<String, Object> attributes, Map<String, String> links) {
        static SubjectAnswer of(StoredSubject subject) {
            return new SubjectAnswer(
                    subject.id().id(), WriteValues.plain(subject.attributes()), StoredLinks.plain(subject.links()));
        }
    }

    /** Some subjects, and where to go on. */
    record Page(List<SubjectAnswer> items, @Nullable String next) {}

    @GetMapping
    ResponseEntity<Page> list(
            @PathVariable(required = false) @Nullable String type,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("/limit", "OUT_OF_RANGE", limit, 1, MOST);
        }
        CheckDelivery check = check(type);
        List<StoredSubject> found = subjects.page(check.type(), cursor == null ? "" : Cursor.read(cursor), limit + 1);
        List<StoredSubject> page = found.stream().limit(limit).toList();
        String next = found.size() > limit ? Cursor.write(page.getLast().id().id()) : null;
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            String path = CUSTOMER.equals(check.type().value()) ? "/v1/customers" : "/v1/subjects/" + check.type();
            answer.header(HttpHeaders.LINK, "<" + path + "?limit=" + limit + "&cursor=" + next + ">; rel=\"next\"");
        }
        return answer.body(new Page(page.stream().map(SubjectAnswer::of).toList(), next));
    }

    @GetMapping("/{id}")
    ResponseEntity<SubjectAnswer> get(@PathVariable(required = false) @Nullable String type, @PathVariable String id) {
        SubjectId subject = check(type).id(id);
        return subjects.find(subject)
                .map(found -> ResponseEntity.ok().eTag(found.etag()).body(SubjectAnswer.of(found)))
                .orElseThrow(() -> unknown(subject));
    }

    @PutMapping("/{id}")
    ResponseEntity<SubjectAnswer> put(
            @PathVariable(required = false) @Nullable String type,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        CheckDelivery check = check(type);
        SubjectId subject = check.id(id);
        CheckDelivery.Checked document = check.document(body).orThrow();
        StoredSubject stored = subjects.change(
                subject,
                IfMatch.of(ifMatch),
                present -> new Delivery(subject, document.attributes(), document.links(), subjects.now()));
        return ResponseEntity.status(stored.version() == 1 ? HttpStatus.CREATED : HttpStatus.OK)
                .eTag(stored.etag())
                .body(SubjectAnswer.of(stored));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<SubjectAnswer> patch(
            @PathVariable(required = false) @Nullable String type,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        CheckDelivery check = check(type);
        SubjectId subject = check.id(id);
        CheckDelivery.Checked document = check.document(body).orThrow();
        if (!subjects.exists(subject)) {
            throw unknown(subject);
        }
        Set<TermKey> removed = removed(check, body);
        StoredSubject stored = subjects.change(
                subject, IfMatch.of(ifMatch), present -> patched(present, document, removed, nulls(body, "links")));
        return ResponseEntity.ok().eTag(stored.etag()).body(SubjectAnswer.of(stored));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable(required = false) @Nullable String type,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        subjects.erase(check(type).id(id), IfMatch.of(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private Delivery patched(
            StoredSubject present, CheckDelivery.Checked document, Set<TermKey> removed, Set<String> unlinked) {
        Map<TermKey, Value> attributes = new HashMap<>(present.attributes());
        removed.forEach(attributes::remove);
        attributes.putAll(document.attributes());
        Map<String, SubjectId> links = new HashMap<>(present.links());
        unlinked.forEach(links::remove);
        links.putAll(document.links());
        return new Delivery(present.id(), attributes, links, subjects.now());
    }

    /** A null in a merge patch takes the value away. */
    private static Set<TermKey> removed(CheckDelivery check, JsonNode body) {
        Set<TermKey> keys = new HashSet<>();
        nulls(body, "attributes")
                .forEach(name ->
                        check.term(name, "", new ArrayList<>()).map(Term::key).ifPresent(keys::add));
        return keys;
    }

    private static Set<String> nulls(JsonNode body, String field) {
        Set<String> names = new HashSet<>();
        Optional.ofNullable(body.get(field))
                .ifPresent(object -> object.properties().stream()
                        .filter(entry -> entry.getValue().isNull())
                        .forEach(entry -> names.add(entry.getKey())));
        return names;
    }

    private CheckDelivery check(@Nullable String type) {
        return new CheckDelivery(vocabulary.get(), type == null ? SubjectType.CUSTOMER.value() : type);
    }

    private static ProblemException unknown(SubjectId subject) {
        return ProblemException.of(ProblemKind.UNKNOWN_SUBJECT, subject.type(), subject.id());
    }
}
