package org.lotse.rules.example;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.read.Names;
import org.lotse.rules.read.NotReadable;

/** Finds the decision people mean: by its key, the title of what it decides, or what everybody says for it. */
final class NamedDecisions {
    private static final Set<String> AMONG_ACTIONS =
            Set.of("next best action", "nächste beste aktion", "nächstbeste", "nächstbeste aktion");
    private static final Set<String> AMONG_SUBJECTS = Set.of("assignment", "zuordnung");

    private final Vocabulary vocabulary;

    NamedDecisions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    DecisionDeclaration find(String words) throws NotReadable {
        String wanted = Names.folded(words);
        Map<String, DecisionDeclaration> decisions = vocabulary.decisions();
        return Optional.ofNullable(decisions.get(wanted.replace(' ', '-')))
                .or(() -> first(each -> titles(each).stream().anyMatch(wanted::equals)))
                .or(() -> first(each -> spoken(each).contains(wanted)))
                .or(() -> first(each -> titles(each).stream().anyMatch(title -> title.startsWith(wanted))))
                .orElseThrow(() -> new NotReadable(
                        FindingCode.UNKNOWN_DECISION,
                        "",
                        words,
                        Names.nearest(words, known()).orElse(String.join(", ", decisions.keySet()))));
    }

    private Optional<DecisionDeclaration> first(java.util.function.Predicate<DecisionDeclaration> meant) {
        return vocabulary.decisions().values().stream().filter(meant).findFirst();
    }

    private static Set<String> spoken(DecisionDeclaration decision) {
        return switch (decision) {
            case DecisionDeclaration.ByRules ignored -> Set.of();
            case DecisionDeclaration.AmongActions ignored -> AMONG_ACTIONS;
            case DecisionDeclaration.AmongSubjects ignored -> AMONG_SUBJECTS;
        };
    }

    private List<String> titles(DecisionDeclaration decision) {
        List<TermKey> outputs = decision instanceof DecisionDeclaration.ByRules byRules ? byRules.outputs() : List.of();
        return outputs.stream()
                .flatMap(key -> vocabulary.term(decision.subject(), key).stream())
                .flatMap(term ->
                        Stream.of(Language.values()).flatMap(language -> term.title().namesIn(language).stream()))
                .map(Names::folded)
                .toList();
    }

    private List<String> known() {
        return Stream.concat(
                        vocabulary.decisions().keySet().stream(),
                        vocabulary.decisions().values().stream().flatMap(each -> titles(each).stream()))
                .toList();
    }
}
