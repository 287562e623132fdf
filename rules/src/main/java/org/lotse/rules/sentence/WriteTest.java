package org.lotse.rules.sentence;

import java.util.List;
import java.util.Locale;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.term.Term;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Operand;

/** Words one comparison. */
final class WriteTest {
    private final Words words;
    private final WriteOperand operands;

    WriteTest(Words words, WriteOperand operands) {
        this.words = words;
        this.operands = operands;
    }

    /** The comparison; in German with the verb last as after "wenn", or second. */
    String write(Condition.Test test, boolean verbLast) {
        String subject = operands.term(test.term());
        Term term = operands.declared(test.term());
        return switch (test.operator()) {
            case CONTAINS -> text(subject, listed(term, test.operands()), "contains", "enthält", "", verbLast);
            case STARTS_WITH -> text(subject, operand(term, test), "starts with", "beginnt", "mit ", verbLast);
            case IS_MISSING -> subject + (words.isGerman() ? " fehlt" : " is missing");
            default -> {
                String said = said(term, test);
                yield !words.isGerman()
                        ? subject + " is " + said
                        : verbLast ? subject + " " + said + " ist" : subject + " ist " + said;
            }
        };
    }

    private String text(String subject, String text, String english, String verb, String preposition, boolean last) {
        if (!words.isGerman()) {
            return String.format(Locale.ROOT, "%s %s %s", subject, english, text);
        }
        return last
                ? String.format(Locale.ROOT, "%s %s%s %s", subject, preposition, text, verb)
                : String.format(Locale.ROOT, "%s %s %s%s", subject, verb, preposition, text);
    }

    private String said(Term term, Condition.Test test) {
        Operator operator = test.operator();
        String phrase = operator == Operator.IS
                ? ""
                : Phrases.in(words.language()).wordFor(operator).strip() + " ";
        return switch (operator) {
            case IS_GIVEN -> phrase.strip();
            case IS_ONE_OF, IS_NONE_OF -> phrase + listed(term, test.operands());
            case WITHIN_THE_LAST -> phrase + operands.days(test.operands().getFirst());
            default -> phrase + operand(term, test);
        };
    }

    private String operand(Term term, Condition.Test test) {
        return operands.operand(term, test.operands().getFirst());
    }

    private String listed(Term term, List<Operand> several) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < several.size(); at++) {
            String joiner = at == several.size() - 1
                    ? " " + Phrases.in(words.language()).or() + " "
                    : ", ";
            text.append(at == 0 ? "" : joiner).append(operands.operand(term, several.get(at)));
        }
        return text.toString();
    }
}
