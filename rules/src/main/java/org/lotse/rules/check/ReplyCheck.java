package org.lotse.rules.check;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.lotse.engine.action.Action;
import org.lotse.engine.reply.Reply;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Title;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.finding.Place;
import org.lotse.rules.model.ReplyRule;
import org.lotse.rules.read.RuleContent;

/**
 * Whether texts say only what may be said: no scores, nothing the vocabulary calls secret, no word for a secret value, and
 * for marketing nothing that serves service alone; and whether each action has a text in both languages.
 */
final class ReplyCheck {
    private static final String FILE = "replies.csv";
    private final RuleContent content;

    ReplyCheck(RuleContent content) {
        this.content = content;
    }

    void check(Findings findings) {
        content.replies().forEach(rule -> {
            rule.reply().says().forEach(path -> said(rule, path, findings));
            words(rule, findings);
            purpose(rule, findings);
        });
        if (!content.replies().isEmpty()) {
            content.catalogue().actions().values().forEach(action -> written(action, findings));
        }
    }

    private void said(ReplyRule rule, TermPath path, Findings findings) {
        content.vocabulary()
                .term(rule.subject(), path)
                .filter(term -> !term.maySay())
                .ifPresent(term -> findings.error(
                        place(rule),
                        FindingCode.SECRET,
                        "",
                        term.title().en(),
                        term.title().de()));
    }

    /** A tier is given away by its name as well. */
    private void words(ReplyRule rule, Findings findings) {
        String text = text(rule.reply());
        content.vocabulary().subjects().values().stream()
                .flatMap(subject -> subject.terms().values().stream())
                .filter(Term::secret)
                .forEach(term -> term.values().values().stream()
                        .flatMap(title -> names(title).stream())
                        .distinct()
                        .filter(name -> isWord(name, text))
                        .forEach(name -> findings.error(
                                place(rule),
                                FindingCode.SECRET,
                                "word",
                                name,
                                term.title().en(),
                                term.title().de())));
    }

    private static Set<String> names(Title title) {
        Set<String> names = new TreeSet<>();
        for (Language language : Language.values()) {
            names.add(title.in(language));
        }
        return names;
    }

    /** Names of values are looked for as written, so that "VIP" is found and "basic" is not taken for "Basic". */
    private static boolean isWord(String name, String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    private static String text(Reply reply) {
        StringBuilder text = new StringBuilder();
        reply.parts().forEach(part -> {
            if (part instanceof Reply.Words(String words)) {
                text.append(words);
            } else {
                text.append(' ');
            }
        });
        return text.toString();
    }

    private void purpose(ReplyRule rule, Findings findings) {
        boolean marketing = rule.reply().about() instanceof Reply.OfAction(var key)
                && content.catalogue()
                        .action(key)
                        .filter(action -> action.purpose() == Purpose.MARKETING)
                        .isPresent();
        if (!marketing) {
            return;
        }
        Set<TermPath> read = new TreeSet<>(rule.condition().reads());
        read.addAll(rule.reply().says());
        read.stream()
                .filter(path -> !content.vocabulary().mayRead(rule.subject(), path, Purpose.MARKETING))
                .forEach(path -> {
                    Term term = content.vocabulary().term(rule.subject(), path).orElseThrow();
                    findings.error(
                            place(rule, path),
                            term.sensitive() ? FindingCode.SENSITIVE : FindingCode.PURPOSE,
                            "reply",
                            term.title().en(),
                            term.title().de());
                });
    }

    private void written(Action action, Findings findings) {
        for (Language language : Language.values()) {
            boolean there = content.replies().stream()
                    .filter(rule -> rule.reply().about().equals(new Reply.OfAction(action.key())))
                    .filter(rule -> rule.condition().tests().isEmpty())
                    .anyMatch(rule ->
                            rule.reply().language().map(language::equals).orElse(true));
            if (!there) {
                findings.warning(
                        Place.ofFile(FILE),
                        FindingCode.NO_REPLY,
                        "",
                        action.title().en(),
                        action.title().de(),
                        language.name());
            }
        }
    }

    private static Place place(ReplyRule rule) {
        return new Place(
                rule.reply().row().file(),
                rule.reply().row().sheet(),
                rule.cell(),
                rule.reply().row().row());
    }

    /** The cell of the condition that reads the term, else the row. */
    private static Place place(ReplyRule rule, TermPath path) {
        Optional<String> cell = rule.condition().tests().stream()
                .filter(test -> test.term().equals(path))
                .map(test -> test.cell())
                .filter(text -> !text.isEmpty())
                .findFirst();
        return new Place(
                rule.reply().row().file(),
                rule.reply().row().sheet(),
                cell.orElse(rule.cell()),
                rule.reply().row().row());
    }
}
