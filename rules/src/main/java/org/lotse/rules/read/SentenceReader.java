package org.lotse.rules.read;

import java.util.List;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.term.Vocabulary;
import org.lotse.rules.finding.Findings;
import org.lotse.rules.model.Promise;
import org.lotse.rules.model.RuleFile;
import org.lotse.rules.model.SegmentRule;

/** Reads text files of sentences ({@code *.rules}). Implementations keep nothing between calls. */
public interface SentenceReader {
    /**
     * What a text file said.
     *
     * @param files one per subject the file speaks about; usually one
     * @param promises its promises
     * @param segments the segments it names
     */
    record Sentences(List<RuleFile> files, List<Promise> promises, List<SegmentRule> segments) {
        public Sentences {
            files = List.copyOf(files);
            promises = List.copyOf(promises);
            segments = List.copyOf(segments);
        }
    }

    /**
     * Reads one file; what is not understood is reported, and left out of the result.
     *
     * @param path below {@code rules/}: {@code sentences/care.rules}, {@code promises.rules}
     * @param text its text
     * @param vocabulary the words it may use
     * @param catalogue the actions and channels it may name
     * @param findings where to report
     */
    Sentences read(String path, String text, Vocabulary vocabulary, Catalogue catalogue, Findings findings);
}
