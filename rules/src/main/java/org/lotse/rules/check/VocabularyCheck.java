package org.lotse.rules.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.read.Names;
import org.lotse.rules.read.RuleContent;

/** Whether the vocabulary fits together: events, models, percentiles, calculations, and titles that mean one term each. */
final class VocabularyCheck {
    private static final String FILE = "vocabulary.yaml";
    private final RuleContent content;
    private final Optional<Set<String>> models;

    VocabularyCheck(RuleContent content, Optional<Set<String>> models) {
        this.content = content;
        this.models = models;
    }

    void check(Findings findings) {
        content.vocabulary().subjects().forEach((type, subject) -> {
            subject.terms().values().forEach(term -> source(type, term, findings));
            titles(type, subject.terms(), findings);
        });
    }

    private void source(SubjectType type, Term term, Findings findings) {
        switch (term.source()) {
            case Source.Aggregate aggregate -> event(type, term, aggregate, findings);
            case Source.Prediction(String model) ->
                models.filter(known -> !known.contains(model))
                        .ifPresent(known -> findings.error(
                                place(type, term),
                                FindingCode.UNKNOWN_MODEL,
                                "",
                                model,
                                Names.nearest(model, known).orElse("-")));
            case Source.Percentile(TermKey of) -> {
                if (content.vocabulary().term(type, of).isEmpty()) {
                    findings.error(place(type, term), FindingCode.UNKNOWN_TERM, "", of, "-");
                }
            }
            case Source.Calculated(var calculation) ->
                calculation.terms().forEach(path -> calculated(type, term, path, findings));
            case Source.Attribute ignored -> {}
            case Source.Consent ignored -> {}
            case Source.Rules ignored -> {}
            case Source.Context ignored -> {}
        }
    }

    private void calculated(SubjectType type, Term term, TermPath path, Findings findings) {
        Optional<Term> read = content.vocabulary().term(type, path);
        if (read.isPresent() && read.get().source() instanceof Source.Rules) {
            findings.error(
                    place(type, term),
                    FindingCode.NOT_UNDERSTOOD,
                    "calculated-rule-term",
                    read.get().title().en(),
                    read.get().title().de());
        }
    }

    private void event(SubjectType type, Term term, Source.Aggregate aggregate, Findings findings) {
        Map<String, EventType> events = content.vocabulary().events();
        EventType event = events.get(aggregate.event());
        if (event == null) {
            findings.error(
                    place(type, term),
                    FindingCode.UNKNOWN_EVENT,
                    "",
                    aggregate.event(),
                    Names.nearest(aggregate.event(), events.keySet()).orElse("-"));
            return;
        }
        Map<String, Boolean> fields = new LinkedHashMap<>();
        aggregate.field().ifPresent(field -> fields.put(field, true));
        aggregate.where().keySet().forEach(field -> fields.put(field, true));
        for (String field : fields.keySet()) {
            if (!event.data().containsKey(field)) {
                findings.error(
                        place(type, term),
                        FindingCode.UNKNOWN_EVENT,
                        "field",
                        event.key(),
                        field,
                        Names.nearest(field, event.data().keySet()).orElse("-"));
            }
        }
    }

    private static void titles(SubjectType type, Map<TermKey, Term> terms, Findings findings) {
        for (Language language : Language.values()) {
            Map<String, TermKey> owners = new HashMap<>();
            for (Term term : terms.values()) {
                for (String name :
                        List.copyOf(new java.util.LinkedHashSet<>(term.title().namesIn(language)))) {
                    TermKey other = owners.putIfAbsent(Names.folded(name), term.key());
                    if (other != null && !other.equals(term.key())) {
                        findings.error(place(type, term), FindingCode.AMBIGUOUS_TERM, "", name, other, term.key());
                    }
                }
            }
        }
    }

    private static Place place(SubjectType type, Term term) {
        return new Place(FILE, "", "subjects." + type + ".terms." + term.key(), 0);
    }
}
