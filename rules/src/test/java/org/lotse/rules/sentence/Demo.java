package org.lotse.rules.sentence;

import java.nio.file.Path;
import java.util.List;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.model.Condition;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.Rule;
import org.lotse.rules.read.ReadRules;
import org.lotse.rules.read.RuleBundle;
import org.lotse.rules.read.RuleContent;
import org.lotse.rules.read.SentenceReader;

/** Sentences read with the vocabulary, actions and channels of the demo company. */
final class Demo {
    static final RuleContent CONTENT = new ReadRules(new ReadSentences()).read(RuleBundle.ofFolder(Path.of("")));
    static final Vocabulary VOCABULARY = CONTENT.vocabulary();
    static final Catalogue CATALOGUE = CONTENT.catalogue();

    private Demo() {}

    /** What was read, and what was found. */
    record Result(SentenceReader.Sentences sentences, List<Finding> findings) {
        List<Rule> rules() {
            return sentences.files().stream()
                    .flatMap(file -> file.rules().stream())
                    .toList();
        }
    }

    static Result read(String text) {
        Findings findings = new Findings();
        return new Result(
                new ReadSentences().read("sentences/x.rules", text, VOCABULARY, CATALOGUE, findings), findings.all());
    }

    /** The one rule an understood English sentence makes. */
    static Rule english(String sentence) {
        return only(read("language: en\nsubject: customer\n\nName:\n  " + sentence + "\n"));
    }

    /** The one rule an understood German sentence makes. */
    static Rule german(String sentence) {
        return only(read("language: de\nsubject: customer\n\nName:\n  " + sentence + "\n"));
    }

    /** The condition of an English sentence about a customer. */
    static Condition condition(String condition) {
        return english("If " + condition + ", then the tone is casual.").condition();
    }

    /** The condition of a German sentence about a customer. */
    static Condition bedingung(String condition) {
        return german("Wenn " + condition + ", dann ist der Tonfall locker.").condition();
    }

    static Promise promise(String header, String sentence) {
        Result result = read("language: " + header + "\n" + sentence);
        if (!result.findings().isEmpty()) {
            throw new AssertionError(sentence + "\n" + result.findings());
        }
        return result.sentences().promises().getFirst();
    }

    private static Rule only(Result result) {
        if (!result.findings().isEmpty() || result.rules().size() != 1) {
            throw new AssertionError(result.findings());
        }
        return result.rules().getFirst();
    }
}
