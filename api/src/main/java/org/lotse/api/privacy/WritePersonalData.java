package org.lotse.api.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lotse.api.consent.ConsentUses;
import org.lotse.api.decision.Records;
import org.lotse.api.person.Persons;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.problem.WordProblems;
import org.lotse.api.review.Reviews;
import org.lotse.api.subjects.StoreSubjects;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes everything that is stored about a person, section by section, without holding it in memory. */
@Component
class WritePersonalData {
    private static final List<String> RIGHTS = List.of("correction", "erasure", "objection", "review", "complaint");

    private final StoreSubjects subjects;
    private final Persons persons;
    private final JdbcPersonalData data;
    private final DescribeTerms terms;
    private final ConsentUses uses;
    private final Records records;
    private final Reviews reviews;
    private final Accesses accesses;
    private final RuleSets ruleSets;
    private final WordProblems problems;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    WritePersonalData(
            StoreSubjects subjects,
            Persons persons,
            JdbcPersonalData data,
            DescribeTerms terms,
            ConsentUses uses,
            Records records,
            Reviews reviews,
            Accesses accesses,
            RuleSets ruleSets,
            WordProblems problems,
            MessageSource messages,
            JsonMapper json,
            Clock clock) {
        this.subjects = subjects;
        this.persons = persons;
        this.data = data;
        this.terms = terms;
        this.uses = uses;
        this.records = records;
        this.reviews = reviews;
        this.accesses = accesses;
        this.ruleSets = ruleSets;
        this.problems = problems;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    boolean isKnown(SubjectId person) {
        return subjects.exists(person);
    }

    /** Writes one JSON object; the stream stays open. */
    void write(SubjectId person, OutputStream out, Locale locale) throws IOException {
        RuleSet rules = ruleSets.active();
        try (JsonGenerator to =
                json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            to.writeStartObject();
            to.writeStringProperty("customerId", person.id());
            to.writeStringProperty("preparedAt", clock.instant().toString());
            to.writeStringProperty("company", rules.settings().company());
            to.writeName("purposes");
            json.writeValue(to, purposes(rules, locale));
            to.writeName("rights");
            json.writeValue(
                    to,
                    RIGHTS.stream()
                            .map(right -> messages.getMessage("privacy.right." + right, null, locale))
                            .toList());
            record(person, to, locale);
            to.writeArrayPropertyStart("mergedRecords");
            for (SubjectId other : persons.records(person)) {
                if (!other.equals(person)) {
                    to.writeStartObject();
                    to.writeStringProperty("customerId", other.id());
                    record(other, to, locale);
                    to.writeEndObject();
                }
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }

    /** For what data is used, on which legal basis, and how long it is kept. */
    private List<Map<String, Object>> purposes(RuleSet rules, Locale locale) {
        return List.of(Purpose.values()).stream()
                .map(purpose -> {
                    Map<String, Object> described = new java.util.LinkedHashMap<>();
                    described.put("purpose", purpose.name());
                    described.put(
                            "legalBasis",
                            rules.settings()
                                    .legalBasis(purpose)
                                    .map(basis -> basis.key())
                                    .orElse(""));
                    described.put(
                            "kept",
                            java.util.Optional.ofNullable(
                                            rules.settings().retention().get(purpose))
                                    .map(retention -> retention.keep().toString())
                                    .orElse(""));
                    described.put("text", messages.getMessage("privacy.purpose." + purpose.name(), null, locale));
                    return described;
                })
                .toList();
    }

    private void record(SubjectId record, JsonGenerator to, Locale locale) throws IOException {
        Instant now = clock.instant();
        Language language = Language.of(locale);
        section(to, "attributes", terms.attributes(record, data.versions(record), language));
        section(to, "predictions", terms.predictions(record, now, language));
        to.writeArrayPropertyStart("events");
        data.events(record, event -> json.writeValue(to, event));
        to.writeEndArray();
        section(to, "consents", data.consents(record));
        section(to, "objections", data.objections(record));
        section(to, "consentUses", uses.of(record));
        section(to, "contacts", data.contacts(record));
        section(to, "visits", data.visits(record));
        section(to, "notes", data.notes(record));
        section(to, "calls", data.calls(record));
        section(to, "callBacks", data.callBacks(record));
        to.writeArrayPropertyStart("decisions");
        data.decisions(record, ids -> decisions(ids, to, locale));
        to.writeEndArray();
        section(to, "reviews", reviews.about(record));
        section(to, "accesses", accesses.of(record));
        to.flush();
    }

    private void section(JsonGenerator to, String name, Object content) {
        to.writeName(name);
        json.writeValue(to, content);
    }

    private void decisions(List<String> ids, JsonGenerator to, Locale locale) {
        List<Map<String, Object>> outcomes = data.outcomes(ids);
        for (String id : ids) {
            ObjectNode node = decision(id, locale);
            node.set(
                    "outcomes",
                    json.valueToTree(outcomes.stream()
                            .filter(outcome -> id.equals(outcome.get("decisionId")))
                            .toList()));
            json.writeValue(to, node);
        }
    }

    /** A decision with its reasons and what would have changed it; of one that cannot be read any more, why not. */
    private ObjectNode decision(String id, Locale locale) {
        try {
            return records.whole(id, locale);
        } catch (ProblemException problem) {
            ObjectNode node = json.createObjectNode().put("decisionId", id);
            node.set("problem", json.valueToTree(problems.word(problem, "/v1/decisions/" + id, null, locale)));
            return node;
        }
    }
}
