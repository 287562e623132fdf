package org.lotse.rules.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.model.RuleOrder;
import org.lotse.rules.read.RuleContent;

/** Whether each rule term is written by one file (or added to by several), by at least one, and in no circle. */
final class WriterCheck {
    private record Owner(SubjectType subject, TermKey term) {}

    private record Writer(String file, boolean adds) {}

    private final RuleContent content;

    WriterCheck(RuleContent content) {
        this.content = content;
    }

    void check(Findings findings) {
        Map<Owner, Writer> writers = writers(findings);
        content.vocabulary()
                .subjects()
                .forEach((type, subject) -> subject.terms().values().stream()
                        .filter(term -> term.source() instanceof Source.Rules)
                        .filter(term -> !writers.containsKey(new Owner(type, term.key())))
                        .forEach(term -> findings.warning(
                                new Place("vocabulary.yaml", "", "subjects." + type + ".terms." + term.key(), 0),
                                FindingCode.NO_WRITER,
                                "",
                                term.title().en(),
                                term.title().de())));
        circles(findings);
    }

    private Map<Owner, Writer> writers(Findings findings) {
        Map<Owner, Writer> writers = new LinkedHashMap<>();
        for (RuleFile file : content.files()) {
            Set<Owner> reported = new HashSet<>();
            for (Rule rule : file.rules()) {
                for (Consequence consequence : rule.consequences()) {
                    switch (consequence) {
                        case Consequence.SetTerm(var term, var ignored, var cell) ->
                            write(file, rule, term, cell, false, writers, reported, findings);
                        case Consequence.AddPoints(var term, var ignored, var cell) ->
                            write(file, rule, term, cell, true, writers, reported, findings);
                        default -> {}
                    }
                }
            }
        }
        return writers;
    }

    private void write(
            RuleFile file,
            Rule rule,
            TermKey key,
            String cell,
            boolean adds,
            Map<Owner, Writer> writers,
            Set<Owner> reported,
            Findings findings) {
        Owner owner = new Owner(file.subject(), key);
        String name = file.sheet().isEmpty() ? file.path() : file.path() + ":" + file.sheet();
        Writer other = writers.putIfAbsent(owner, new Writer(name, adds));
        if (other == null || !reported.add(owner)) {
            return;
        }
        boolean mixed = other.adds() != adds;
        boolean twice = !adds && !other.file().equals(name);
        if (mixed || twice) {
            Term term =
                    content.vocabulary().term(file.subject(), TermPath.of(key)).orElseThrow();
            findings.error(
                    Places.of(rule, cell),
                    FindingCode.WRITTEN_TWICE,
                    mixed ? "mixed" : "",
                    term.title().en(),
                    term.title().de(),
                    other.file());
        } else {
            reported.remove(owner);
        }
    }

    private void circles(Findings findings) {
        Map<SubjectType, Set<Optional<SubjectType>>> scopes = new HashMap<>();
        content.files()
                .forEach(file -> scopes.computeIfAbsent(file.subject(), ignored -> new HashSet<>())
                        .add(file.candidate()));
        scopes.forEach((subject, candidates) -> candidates.forEach(candidate -> {
            Optional<List<TermKey>> circle =
                    RuleOrder.of(content.files(), subject, candidate).circle();
            circle.ifPresent(terms -> findings.error(
                    placeOf(subject, terms),
                    FindingCode.TERM_CYCLE,
                    "",
                    terms.stream().map(TermKey::value).collect(Collectors.joining(" -> ")) + " -> "
                            + terms.getFirst()));
        }));
    }

    private Place placeOf(SubjectType subject, List<TermKey> terms) {
        return content.files().stream()
                .filter(file -> file.subject().equals(subject))
                .flatMap(file -> file.rules().stream())
                .filter(rule -> RuleOrder.written(rule).contains(terms.getFirst()))
                .findFirst()
                .map(rule -> Places.of(rule, ""))
                .orElse(Place.ofFile("vocabulary.yaml"));
    }
}
