package org.lotse.rules.check;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lotse.engine.action.Action;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.trigger.Trigger;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.read.RuleContent;

/**
 * Whether data is used for what it may be used for only: what is free for marketing must not be made of what is not,
 * and sensitive data must not judge marketing actions. A row that forbids a marketing action by service data protects
 * the customer and is no misuse.
 */
final class PurposeCheck {
    private final RuleContent content;

    PurposeCheck(RuleContent content) {
        this.content = content;
    }

    void check(Findings findings) {
        content.vocabulary()
                .subjects()
                .forEach((type, subject) -> subject.terms().values().forEach(term -> {
                    Place place = new Place("vocabulary.yaml", "", "subjects." + type + ".terms." + term.key(), 0);
                    inputs(term).forEach(path -> written(type, term, path, place, findings));
                }));
        content.files().forEach(file -> file.rules().forEach(rule -> rule(file, rule, findings)));
        content.catalogue().actions().values().forEach(action -> valued(action, findings));
        content.vocabulary().decisions().values().forEach(decision -> answered(decision, findings));
        content.triggers().forEach(trigger -> triggered(trigger, findings));
    }

    /** What an action done for marketing is worth is no secret way in. */
    private void valued(Action action, Findings findings) {
        if (action.purpose() != Purpose.MARKETING) {
            return;
        }
        Set<TermPath> read = new TreeSet<>(action.economics().value().terms());
        action.byChannel().values().forEach(each -> read.addAll(each.value().terms()));
        read.forEach(path -> forMarketing(SubjectType.CUSTOMER, path, Place.ofFile("actions.csv"), "value", findings));
    }

    private void answered(DecisionDeclaration decision, Findings findings) {
        if (decision instanceof DecisionDeclaration.ByRules rules && rules.purpose() == Purpose.MARKETING) {
            Place place = new Place("vocabulary.yaml", "", "decisions." + rules.key() + ".outputs", 0);
            rules.outputs()
                    .forEach(key -> forMarketing(rules.subject(), TermPath.of(key), place, "decision", findings));
        }
    }

    /** Whoever is chosen for marketing must not be chosen by service data. */
    private void triggered(Trigger trigger, Findings findings) {
        if (trigger.segment().isEmpty() || !leadsToMarketing(trigger.decision())) {
            return;
        }
        content.segments().stream()
                .filter(rule -> rule.segment().name().equals(trigger.segment().get()))
                .forEach(rule -> rule.condition()
                        .reads()
                        .forEach(path -> forMarketing(
                                rule.segment().subject(),
                                path,
                                Place.ofLine(
                                        rule.segment().row().file(),
                                        rule.segment().row().row()),
                                "segment",
                                findings)));
    }

    private boolean leadsToMarketing(String key) {
        return switch (content.vocabulary().decisions().get(key)) {
            case DecisionDeclaration.AmongActions among ->
                content.catalogue().actions().values().stream()
                        .anyMatch(action -> action.purpose() == Purpose.MARKETING && among.considers(action.group()));
            case DecisionDeclaration.ByRules rules -> rules.purpose() == Purpose.MARKETING;
            case DecisionDeclaration.AmongSubjects ignored -> false;
            case null -> false;
        };
    }

    private void forMarketing(SubjectType type, TermPath path, Place place, String variant, Findings findings) {
        content.vocabulary()
                .term(type, path)
                .filter(ignored -> !content.vocabulary().mayRead(type, path, Purpose.MARKETING))
                .ifPresent(term -> findings.error(
                        place,
                        term.sensitive() ? FindingCode.SENSITIVE : FindingCode.PURPOSE,
                        variant,
                        term.title().en(),
                        term.title().de()));
    }

    private static Set<TermPath> inputs(Term term) {
        return switch (term.source()) {
            case Source.Calculated(var calculation) -> calculation.terms();
            case Source.Percentile(TermKey of) -> Set.of(TermPath.of(of));
            default -> Set.of();
        };
    }

    private void rule(RuleFile file, Rule rule, Findings findings) {
        for (Consequence consequence : rule.consequences()) {
            Set<TermPath> read = new TreeSet<>(rule.condition().reads());
            read.addAll(consequence.reads());
            switch (consequence) {
                case Consequence.SetTerm(var key, var ignored, var cell) ->
                    read.forEach(path -> written(file, rule, key, path, cell, findings));
                case Consequence.AddPoints(var key, var ignored, var cell) ->
                    read.forEach(path -> written(file, rule, key, path, cell, findings));
                case Consequence.ActionVerdict verdict -> {
                    if (isAboutMarketing(file, verdict)) {
                        read.forEach(path -> judged(file, rule, verdict, path, findings));
                    }
                }
                case Consequence.AddAction(var action, var cell) ->
                    content.catalogue()
                            .action(action)
                            .filter(added -> added.purpose() == Purpose.MARKETING)
                            .ifPresent(added -> read.forEach(path -> forMarketing(
                                    file.subject(),
                                    path,
                                    Places.of(rule, cellOf(rule, path, cell)),
                                    "action",
                                    findings)));
                default -> {}
            }
        }
    }

    private void written(RuleFile file, Rule rule, TermKey key, TermPath path, String cell, Findings findings) {
        content.vocabulary()
                .term(file.subject(), TermPath.of(key))
                .ifPresent(term ->
                        written(file.subject(), term, path, Places.of(rule, cellOf(rule, path, cell)), findings));
    }

    private void written(SubjectType type, Term term, TermPath path, Place place, Findings findings) {
        Optional<Term> input = content.vocabulary().term(type, path);
        if (!term.purposes().contains(Purpose.MARKETING) || input.isEmpty()) {
            return;
        }
        boolean sensitive = input.get().sensitive();
        if (sensitive || !input.get().servesPurpose(Purpose.MARKETING)) {
            findings.error(
                    place,
                    sensitive ? FindingCode.SENSITIVE : FindingCode.PURPOSE,
                    "",
                    term.title().en(),
                    term.title().de(),
                    input.get().title().en(),
                    input.get().title().de());
        }
    }

    private boolean isAboutMarketing(RuleFile file, Consequence.ActionVerdict verdict) {
        return file.candidate().isEmpty()
                && content.catalogue().actions().values().stream()
                        .anyMatch(action -> action.purpose() == Purpose.MARKETING
                                && verdict.actions().matches(action));
    }

    private void judged(RuleFile file, Rule rule, Consequence.ActionVerdict verdict, TermPath path, Findings findings) {
        Optional<Term> input = content.vocabulary().term(file.subject(), path);
        if (input.isEmpty()) {
            return;
        }
        boolean sensitive = input.get().sensitive();
        if (sensitive || verdict.allowed() && !input.get().servesPurpose(Purpose.MARKETING)) {
            findings.error(
                    Places.of(rule, cellOf(rule, path, verdict.cell())),
                    sensitive ? FindingCode.SENSITIVE : FindingCode.PURPOSE,
                    "action",
                    input.get().title().en(),
                    input.get().title().de());
        }
    }

    private static String cellOf(Rule rule, TermPath path, String otherwise) {
        return rule.condition().tests().stream()
                .filter(test -> test.term().equals(path))
                .map(test -> test.cell())
                .findFirst()
                .orElse(otherwise);
    }
}
