package org.lotse.api.duplicate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lotse.models.duplicate.ChooseQuestions;
import org.lotse.models.duplicate.Decision;
import org.lotse.models.duplicate.Linkage;
import org.lotse.models.duplicate.PairPattern;
import org.springframework.stereotype.Component;

/** Learns from each decision at once, and chooses what to ask next. */
@Component
class LearnFromStewards {
    private final JdbcSuspects suspects;
    private final JdbcStewardAnswers answers;

    LearnFromStewards(JdbcSuspects suspects, JdbcStewardAnswers answers) {
        this.suspects = suspects;
        this.answers = answers;
    }

    /** What is known now: the latest search, corrected by all decisions that hold. */
    Linkage linkage() {
        return suspects.linkage().orElseGet(Linkage::start).learn(answers.learnable());
    }

    /** Gives every pair nobody has decided on the probability it has now. */
    void learn() {
        Linkage linkage = linkage();
        Map<PairPattern, Double> probabilities = new HashMap<>();
        suspects.undecided().forEach(pattern -> probabilities.put(pattern, linkage.probability(pattern)));
        suspects.rescore(probabilities);
    }

    /** The open pair whose answer teaches most. */
    Optional<SuspectedPair> question(Optional<Long> but) {
        List<SuspectedPair> open = suspects.open().stream()
                .filter(pair -> but.filter(id -> id == pair.id()).isEmpty())
                .toList();
        List<Decision> given = answers.learnable();
        return new ChooseQuestions(linkage())
                .choose(open.stream().map(SuspectedPair::pattern).toList(), given, 1).stream()
                        .map(open::get)
                        .findFirst();
    }
}
