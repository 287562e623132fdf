package org.lotse.models.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pairs a steward is asked about next: those whose answer teaches most, and no two of a kind at once; a kind asked
 * before comes again only when it still teaches much.
 */
public final class ChooseQuestions {
    /** What a question loses in worth for each time its kind was asked already. */
    private static final double AGAIN = 0.3;

    private final Linkage linkage;

    public ChooseQuestions(Linkage linkage) {
        this.linkage = linkage;
    }

    /**
     * The places, in the list given, of the pairs to ask about, the most telling first.
     *
     * @param open how the pairs nobody has decided on agree
     * @param asked the decisions so far
     * @param count how many at most
     */
    public List<Integer> choose(List<PairPattern> open, List<Decision> asked, int count) {
        Map<PairPattern, Integer> times = new HashMap<>();
        asked.forEach(decision -> times.merge(decision.pattern(), 1, Integer::sum));
        Map<PairPattern, Integer> first = new HashMap<>();
        for (int i = 0; i < open.size(); i++) {
            first.putIfAbsent(open.get(i), i);
        }
        record Question(int place, double worth) {}
        List<Question> questions = new ArrayList<>();
        first.forEach((pattern, place) -> questions.add(
                new Question(place, linkage.worthAsking(pattern) * Math.pow(AGAIN, times.getOrDefault(pattern, 0)))));
        return questions.stream()
                .sorted(Comparator.comparingDouble((Question question) -> -question.worth())
                        .thenComparingInt(Question::place))
                .limit(count)
                .map(Question::place)
                .toList();
    }
}
