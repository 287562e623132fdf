package org.lotse.rules.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.Value;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Place;
import org.lotse.rules.read.Actions;
import org.lotse.rules.read.Cell;
import org.lotse.rules.read.Channels;
import org.lotse.rules.read.Names;
import org.lotse.rules.read.NotReadable;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.read.ValueReader;

/** What is spoken about while one example is read: which subject, in which language. For use by one thread. */
final class Speaking {
    private final RuleContent content;
    private final Language language;
    private final Set<String> named = new HashSet<>();
    private SubjectType subject = SubjectType.CUSTOMER;
    private Optional<SubjectType> decided = Optional.empty();

    Speaking(RuleContent content, Language language) {
        this.content = content;
        this.language = language;
    }

    Language language() {
        return language;
    }

    /** A new subject with these terms. */
    List<Step> about(Place place, String title, String name, String terms) throws NotReadable {
        subject = subject(title);
        if (!name.isEmpty()) {
            named.add(name);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.About(place, subject, name));
        steps.addAll(given(place, terms));
        return steps;
    }

    /** The subject spoken about has these terms. */
    List<Step> given(Place place, String terms) throws NotReadable {
        List<Step> steps = new ArrayList<>();
        for (Map.Entry<Term, Value> each : words(subject).read(terms).entrySet()) {
            steps.add(new Step.Given(place, each.getKey(), each.getValue()));
        }
        return steps;
    }

    Step decide(Place place, String words, Optional<String> channel, Direction direction) throws NotReadable {
        DecisionDeclaration decision = new NamedDecisions(content.vocabulary()).find(words);
        decided = Optional.of(decision.subject());
        Optional<ChannelKey> over = channel.isPresent() ? Optional.of(channel(channel.get())) : Optional.empty();
        return new Step.Decide(place, decision.key(), over, direction);
    }

    Step equal(Place place, String title, String text) throws NotReadable {
        Term term = output(title);
        return new Step.OutputIs(place, term, Optional.of(words(about()).value(term, text)));
    }

    Step bound(Place place, String title, boolean atMost, String text) throws NotReadable {
        Term term = output(title);
        if (words(about()).value(term, text) instanceof Value.Num(double number)) {
            return new Step.OutputBound(place, term, atMost, number);
        }
        throw new NotReadable(
                FindingCode.WRONG_TYPE,
                "operator",
                org.lotse.rules.read.Operators.words(Operator.UP_TO, Language.EN),
                org.lotse.rules.read.Operators.words(Operator.UP_TO, Language.DE),
                term.title().en(),
                term.title().de(),
                term.type());
    }

    /** A term as a decision answers it. */
    Term output(String title) throws NotReadable {
        return words(about()).titled(title);
    }

    LocalDate day(String text) throws NotReadable {
        return new ValueReader(language).day(Cell.ofText(text));
    }

    ChannelKey channel(String name) throws NotReadable {
        return Channels.find(content.catalogue().channels().values(), name)
                .orElseThrow(() -> new NotReadable(
                        FindingCode.UNKNOWN_CHANNEL,
                        "",
                        name,
                        Channels.nearest(content.catalogue().channels().values(), name)));
    }

    List<String> candidates(String names) throws NotReadable {
        List<String> found = new ArrayList<>();
        for (String name : names.split("\\s*[,|]\\s+", -1)) {
            found.add(candidate(name.strip()));
        }
        return found;
    }

    /** An action by key or title, or a subject named before. */
    String candidate(String name) throws NotReadable {
        if (named.contains(name)) {
            return name;
        }
        return Actions.find(content.catalogue(), name)
                .map(action -> action.value())
                .orElseThrow(() -> new NotReadable(
                        FindingCode.UNKNOWN_ACTION, "", name, Actions.nearest(content.catalogue(), name)));
    }

    private SubjectType about() {
        return decided.orElse(subject);
    }

    private TermsInWords words(SubjectType type) {
        return new TermsInWords(content.vocabulary(), type, language);
    }

    private SubjectType subject(String title) throws NotReadable {
        return find(content.vocabulary(), title)
                .orElseThrow(() -> new NotReadable(FindingCode.UNKNOWN_SUBJECT, "", title));
    }

    static Optional<SubjectType> find(Vocabulary vocabulary, String title) {
        String wanted = Names.folded(title);
        return vocabulary.subjects().entrySet().stream()
                .filter(entry -> Stream.concat(
                                Stream.of(entry.getKey().value()),
                                Stream.of(Language.values())
                                        .flatMap(each -> entry.getValue().title().namesIn(each).stream()))
                        .anyMatch(name -> Names.folded(name).equals(wanted)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
