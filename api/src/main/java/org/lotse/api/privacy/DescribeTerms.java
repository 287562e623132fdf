package org.lotse.api.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lotse.api.values.WriteValues;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.decision.ServingModels;
import org.lotse.engine.decision.Subjects;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.ResolveTerms;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.springframework.stereotype.Component;

/** What is known of a person as people name it: delivered values with their validity, and what models predict. */
@Component
class DescribeTerms {
    private final RuleSets ruleSets;
    private final Subjects subjects;
    private final ServingModels models;

    DescribeTerms(RuleSets ruleSets, Subjects subjects, ServingModels models) {
        this.ruleSets = ruleSets;
        this.subjects = subjects;
        this.models = models;
    }

    /** Every delivered value, from when until when it held; the present ones have no end. */
    List<Map<String, Object>> attributes(SubjectId person, List<JdbcPersonalData.Version> versions, Language language) {
        List<Map<String, Object>> all = new ArrayList<>();
        Map<String, Map<String, Object>> present = new LinkedHashMap<>();
        for (JdbcPersonalData.Version version : versions) {
            Map<String, Object> delivered = new LinkedHashMap<>(version.attributes());
            version.links().forEach((name, target) -> delivered.put("link:" + name, target));
            present.entrySet().removeIf(held -> {
                boolean over = !Objects.equals(held.getValue().get("value"), delivered.get(held.getKey()));
                if (over) {
                    held.getValue().put("validUntil", version.validFrom());
                }
                return over;
            });
            delivered.forEach((key, value) -> present.computeIfAbsent(key, name -> {
                Map<String, Object> described = described(person, key, language);
                described.put("value", value);
                described.put("source", "delivered");
                described.put("validFrom", version.validFrom());
                described.put("recordedAt", version.recordedAt());
                all.add(described);
                return described;
            }));
        }
        return all;
    }

    /** What the serving models predict of the person now, with the version of each. */
    List<Map<String, Object>> predictions(SubjectId person, Instant now, Language language) {
        RuleSet rules = ruleSets.active();
        Predictions serving = models.predictions();
        return subjects.find(person, now).stream()
                .map(state -> new ResolveTerms(
                                rules.vocabulary(), rules.settings().zone())
                        .resolve(
                                new ResolveTerms.Sources(state, Map.of(), Map.of(), now, serving, models.statistics())))
                .flatMap(terms -> rules.vocabulary().terms(person.type()).values().stream()
                        .flatMap(term -> predicted(person, term, terms, serving, language).stream()))
                .toList();
    }

    private Optional<Map<String, Object>> predicted(
            SubjectId person, Term term, Terms terms, Predictions serving, Language language) {
        if (!(term.source() instanceof Source.Prediction(String model))) {
            return Optional.empty();
        }
        Optional<Value> value = terms.value(term.key());
        return value.map(known -> {
            Map<String, Object> described = described(person, term.key().value(), language);
            described.put("value", WriteValues.plain(known));
            described.put("model", model);
            described.put("version", serving.versions().getOrDefault(model, ""));
            return described;
        });
    }

    private Map<String, Object> described(SubjectId person, String key, Language language) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("term", key);
        Optional<Term> known = TermKey.isWellFormed(key)
                ? ruleSets.active().vocabulary().term(person.type(), new TermKey(key))
                : Optional.empty();
        known.ifPresent(term -> {
            described.put("title", term.title().in(language));
            List<String> purposes = new ArrayList<>(List.of("SERVICE"));
            if (term.servesPurpose(org.lotse.engine.term.Purpose.MARKETING)) {
                purposes.add("MARKETING");
            }
            described.put("purposes", purposes);
            described.put("sensitive", term.sensitive());
        });
        return described;
    }
}
