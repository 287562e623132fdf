package org.lotse.api.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lotse.api.model.ShowModels;
import org.lotse.api.rule.RuleDesk;
import org.lotse.engine.action.Action;
import org.lotse.engine.decision.RuleSets;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Vocabulary;
import org.lotse.models.serving.ServedModels;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.read.ReadRules;
import org.lotse.rules.read.RuleContent;
import org.springframework.stereotype.Component;

/** Finds who relies on a model: terms, and through them calculations, rule rows, actions and other models. */
@Component
public class FindUsers {
    private static final String UPLIFT = "-uplift";
    private static final Set<String> PLANNING = Set.of(ServedModels.REACHABILITY, "closing");

    private final RuleDesk desk;
    private final RuleSets rules;
    private final ShowModels models;

    FindUsers(RuleDesk desk, RuleSets rules, ShowModels models) {
        this.desk = desk;
        this.rules = rules;
        this.models = models;
    }

    /** Who relies on the model by the rules in force. */
    public ModelUsers of(String model, Locale locale) {
        Language language = Language.of(locale);
        Vocabulary vocabulary = rules.active().vocabulary();
        RuleContent content = new ReadRules().read(desk.version(desk.active()));
        List<ModelUsers.UsedTerm> terms = new ArrayList<>();
        Set<TermKey> keys = new TreeSet<>();
        vocabulary.subjects().forEach((type, subject) -> {
            Set<TermKey> own = predictedBy(model, subject.terms());
            subject.terms().forEach((key, term) -> {
                if (own.contains(key)) {
                    keys.add(key);
                    terms.add(new ModelUsers.UsedTerm(
                            type.value(), key.value(), term.title().in(language), isDirect(model, term)));
                }
            });
        });
        return new ModelUsers(
                terms,
                keys.isEmpty() ? List.of() : rows(content, vocabulary, model, language),
                actions(model, keys, language),
                models.definitions().values().stream()
                        .filter(one -> one.signals().named().stream()
                                .anyMatch(name -> TermKey.isWellFormed(name) && keys.contains(new TermKey(name))))
                        .map(one -> one.name())
                        .toList(),
                PLANNING.contains(model));
    }

    private static boolean isDirect(String model, Term term) {
        return term.source() instanceof Source.Prediction(String name) && name.equals(model);
    }

    /** The model's own terms of a subject, and all that is worked out from them, however far. */
    private static Set<TermKey> predictedBy(String model, Map<TermKey, Term> terms) {
        Set<TermKey> found = new TreeSet<>();
        int before;
        do {
            before = found.size();
            terms.forEach((key, term) -> {
                boolean uses = switch (term.source()) {
                    case Source.Prediction(String name) -> name.equals(model);
                    case Source.Percentile(TermKey of) -> found.contains(of);
                    case Source.Calculated(var calculation) ->
                        calculation.terms().stream().anyMatch(path -> isOwn(path) && found.contains(path.key()));
                    default -> false;
                };
                if (uses) {
                    found.add(key);
                }
            });
        } while (found.size() > before);
        return found;
    }

    private static boolean isOwn(TermPath path) {
        return path.scope().isEmpty();
    }

    private static List<ModelUsers.UsingRule> rows(
            RuleContent content, Vocabulary vocabulary, String model, Language language) {
        List<ModelUsers.UsingRule> rows = new ArrayList<>();
        for (RuleFile file : content.files()) {
            file.rules()
                    .forEach(rule -> rule.reads().stream()
                            .filter(path -> reads(vocabulary, file.subject(), path, model))
                            .findFirst()
                            .ifPresent(path -> rows.add(new ModelUsers.UsingRule(
                                    rule.ref().file(),
                                    rule.ref().row(),
                                    rule.ref().name(),
                                    vocabulary
                                            .term(file.subject(), path)
                                            .map(term -> term.title().in(language))
                                            .orElse(path.toString())))));
        }
        return rows;
    }

    private static boolean reads(Vocabulary vocabulary, SubjectType from, TermPath path, String model) {
        Optional<SubjectType> owner = path.scope().isEmpty()
                ? Optional.of(from)
                : path.scope().flatMap(scope -> vocabulary.typeOf(from, scope));
        return owner.filter(type -> predictedBy(model, vocabulary.terms(type)).contains(path.key()))
                .isPresent();
    }

    private List<ModelUsers.UsingAction> actions(String model, Set<TermKey> keys, Language language) {
        String predicted = model.endsWith(UPLIFT) ? model.substring(0, model.length() - UPLIFT.length()) : model;
        List<ModelUsers.UsingAction> actions = new ArrayList<>();
        rules.active().catalogue().actions().forEach((key, action) -> {
            boolean asks = economics(action).anyMatch(one -> one.model().equals(predicted));
            boolean reads = economics(action)
                    .flatMap(one -> one.value().terms().stream())
                    .anyMatch(path -> isOwn(path) && keys.contains(path.key()));
            if (asks || reads) {
                actions.add(new ModelUsers.UsingAction(
                        key.value(),
                        action.title().in(language),
                        !asks
                                ? ModelUsers.How.VALUE
                                : predicted.equals(model) ? ModelUsers.How.PROPENSITY : ModelUsers.How.UPLIFT));
            }
        });
        return actions;
    }

    private static Stream<Action.Economics> economics(Action action) {
        return Stream.concat(Stream.of(action.economics()), action.byChannel().values().stream());
    }
}
