package org.lotse.rules.trial;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.rule.Choice;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.finding.ShowValue;
import org.lotse.rules.model.Promise;
import org.lotse.rules.read.RuleContent;

/** Says which promise does not hold, for whom, and which rows lead there. */
final class WordBroken {
    private final RuleContent content;
    private final Smallest smallest;

    WordBroken(RuleContent content, Smallest smallest) {
        this.content = content;
        this.smallest = smallest;
    }

    /**
     * The finding about one promise.
     *
     * @param first a case that breaks it
     * @param known the known customers that do
     * @param asked how many known customers were asked
     */
    Finding word(Trial.Broken first, Set<String> known, int asked) {
        Trial.Broken shown = smallest.of(first);
        RowRef promise = shown.stopped().promise();
        Findings findings = new Findings();
        findings.error(
                Place.ofLine(promise.file(), promise.row()),
                FindingCode.PROMISE_BROKEN,
                shown.stopped().choice().action().isPresent() ? "action" : "",
                who(shown, Language.EN),
                who(shown, Language.DE),
                what(shown, promise, Language.EN),
                what(shown, promise, Language.DE),
                rows(shown, promise));
        Finding finding = findings.all().getFirst();
        return asked == 0 ? finding : finding.concerning((double) known.size() / asked, TryPromises.some(known));
    }

    private String who(Trial.Broken broken, Language language) {
        SubjectType type = broken.tried().subject().type();
        List<String> parts = new ArrayList<>();
        for (Term term : content.vocabulary().terms(type).values()) {
            Optional.ofNullable(broken.tried().values().get(term.key()))
                    .ifPresent(
                            value -> parts.add(term.title().in(language) + " " + ShowValue.in(term, value, language)));
        }
        if (!broken.tried().permissions().equals(Permissions.NONE)) {
            parts.add(language == Language.DE ? "Widerspruch gegen Werbung" : "an objection to marketing");
        }
        return parts.isEmpty()
                ? (language == Language.DE ? "nichts Bekanntem" : "nothing known")
                : String.join(", ", parts);
    }

    /** The action and how it would reach the person, or the terms that the promise speaks about. */
    private String what(Trial.Broken broken, RowRef promise, Language language) {
        Choice choice = broken.stopped().choice();
        if (choice.action().isPresent()) {
            String over = choice.channel()
                    .map(channel -> (language == Language.DE ? " über " : " over ")
                            + channel.title().in(language))
                    .orElse("");
            String direction = broken.direction() == Direction.OUTBOUND
                    ? (language == Language.DE ? ", ausgehend" : ", outbound")
                    : (language == Language.DE ? ", im Gespräch" : ", inbound");
            return choice.action().get().title().in(language) + over + direction;
        }
        return concluded(broken, promise).stream()
                .map(term -> term.title().in(language) + " "
                        + ShowValue.in(term, choice.terms().value(term.key()), language))
                .collect(Collectors.joining(", "));
    }

    private List<Term> concluded(Trial.Broken broken, RowRef promise) {
        return content.promises().stream()
                .filter(each -> each.ref().equals(promise))
                .map(Promise::condition)
                .flatMap(condition -> condition.reads().stream())
                .filter(path -> path.scope().isEmpty())
                .flatMap(path ->
                        content.vocabulary().term(broken.tried().subject().type(), path).stream())
                .toList();
    }

    private String rows(Trial.Broken broken, RowRef promise) {
        Set<String> rows = new LinkedHashSet<>();
        Optional<Judgement> judgement = broken.judgement();
        for (Term term : concluded(broken, promise)) {
            judgement
                    .flatMap(judged -> conclusion(judged, term.key()))
                    .ifPresent(conclusion -> conclusion.because().forEach(firing -> rows.add(shown(firing.row()))));
        }
        return rows.isEmpty() ? "-" : String.join(", ", rows);
    }

    private static Optional<Conclusion> conclusion(Judgement judged, TermKey term) {
        return Optional.ofNullable(judged.conclusions().get(term));
    }

    private static String shown(RowRef row) {
        return row.file() + (row.sheet().isEmpty() ? "" : ":" + row.sheet()) + ":" + row.row()
                + (row.name().isEmpty() ? "" : " (" + row.name() + ")");
    }
}
