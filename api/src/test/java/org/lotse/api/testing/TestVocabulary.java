package org.lotse.api.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.term.EventType;
import org.lotse.engine.term.Missing;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Source;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermType;
import org.lotse.engine.term.Title;
import org.lotse.engine.term.Vocabulary;

/** A small vocabulary with every type of term, two subject types and a link between them. */
public final class TestVocabulary {
    private TestVocabulary() {}

    public static Vocabulary small() {
        Map<SubjectType, Vocabulary.Subject> subjects = new LinkedHashMap<>();
        subjects.put(
                SubjectType.CUSTOMER,
                subject(
                        "Customer",
                        "Kunde",
                        attribute("name", TermType.TEXT),
                        choice("contract", Map.of("MONTHLY", "monthly", "ONE_YEAR", "one year")),
                        ranged("tenure", TermType.NUMBER, 0, 1000),
                        ranged("monthly-charge", TermType.MONEY, 0, 1000),
                        attribute("senior", TermType.YES_NO),
                        attribute("born", TermType.DATE),
                        attribute("employees", TermType.COUNT),
                        choice("gender", Map.of("FEMALE", "female", "MALE", "male")),
                        attribute("country", TermType.TEXT),
                        term("lead-score", TermType.NUMBER, new Source.Rules())));
        subjects.put(new SubjectType("claim"), subject("Claim", "Schadensfall", attribute("amount", TermType.MONEY)));
        return new Vocabulary(
                subjects,
                Map.of(new SubjectType("claim"), Map.of("holder", SubjectType.CUSTOMER)),
                Map.of(),
                Map.of(
                        "ticket",
                        event("ticket", Map.of("topic", TermType.TEXT)),
                        "purchase",
                        event(
                                "purchase",
                                Map.of(
                                        "product", TermType.TEXT,
                                        "amount", TermType.MONEY,
                                        "quantity", TermType.NUMBER)),
                        "call",
                        event(
                                "call",
                                Map.of(
                                        "result", TermType.TEXT,
                                        "weekday", TermType.NUMBER,
                                        "hour", TermType.NUMBER)),
                        "CHURNED",
                        event("CHURNED", Map.of("action", TermType.TEXT)),
                        "UPHELD",
                        outcome("UPHELD", 1),
                        "OVERRULED",
                        outcome("OVERRULED", -2),
                        "PREFERRED",
                        outcome("PREFERRED", 2)),
                Map.of());
    }

    private static Vocabulary.Subject subject(String en, String de, Term... terms) {
        Map<TermKey, Term> byKey = new LinkedHashMap<>();
        for (Term term : terms) {
            byKey.put(term.key(), term);
        }
        return new Vocabulary.Subject(Title.of(en, de), byKey);
    }

    private static EventType event(String key, Map<String, TermType> data) {
        return new EventType(key, Title.of(key, key), data, Optional.empty());
    }

    private static EventType outcome(String key, double grade) {
        return new EventType(
                key,
                Title.of(key, key),
                Map.of("action", TermType.TEXT, "channel", TermType.TEXT),
                Optional.of(new EventType.Outcome(grade, Optional.empty())));
    }

    private static Term attribute(String key, TermType type) {
        return term(key, type, new Source.Attribute());
    }

    private static Term term(String key, TermType type, Source source) {
        return term(key, type, source, Map.of(), Optional.empty());
    }

    private static Term ranged(String key, TermType type, double lowest, double highest) {
        return term(key, type, new Source.Attribute(), Map.of(), Optional.of(new Term.Range(lowest, highest)));
    }

    private static Term choice(String key, Map<String, String> values) {
        Map<String, Title> titles = new LinkedHashMap<>();
        values.forEach((value, title) -> titles.put(value, Title.of(title, title)));
        return term(key, TermType.CHOICE, new Source.Attribute(), titles, Optional.empty());
    }

    private static Term term(
            String key, TermType type, Source source, Map<String, Title> values, Optional<Term.Range> range) {
        return new Term(
                new TermKey(key),
                Title.of(key, key),
                type,
                values,
                range,
                new Missing.Stays(),
                false,
                source,
                Optional.empty(),
                Set.of(Purpose.SERVICE, Purpose.MARKETING),
                false,
                key.equals("monthly-charge") ? List.of("fee") : List.of());
    }
}
