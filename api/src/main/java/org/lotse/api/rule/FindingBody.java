package org.lotse.api.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Place;
import org.lotse.rules.finding.Severity;

/**
 * A finding as the API shows it, in the caller's language.
 *
 * @param columns the letters of the line that are meant, in text files
 * @param found the words or value found
 * @param expected what should stand there
 * @param suggestion what may have been meant, as it would be written
 * @param share part 0..1 of the known customers concerned
 * @param examples ids of some of them
 */
record FindingBody(
        Severity severity,
        String file,
        Optional<String> sheet,
        Optional<String> cell,
        Optional<Integer> line,
        FindingCode code,
        String message,
        Optional<Place.Columns> columns,
        Optional<String> found,
        Optional<String> expected,
        Optional<String> suggestion,
        Optional<Double> share,
        List<String> examples) {
    static List<FindingBody> of(List<Finding> findings, Locale locale) {
        Language language = "de".equals(locale.getLanguage()) ? Language.DE : Language.EN;
        return findings.stream().map(finding -> of(finding, language)).toList();
    }

    private static FindingBody of(Finding finding, Language language) {
        return new FindingBody(
                finding.severity(),
                finding.place().file(),
                Optional.of(finding.place().sheet()).filter(sheet -> !sheet.isEmpty()),
                Optional.of(finding.place().cell()).filter(cell -> !cell.isEmpty()),
                Optional.of(finding.place().line()).filter(line -> line > 0),
                finding.code(),
                finding.in(language),
                finding.place().columns(),
                finding.details().found(),
                finding.details().expected(language),
                finding.details().suggestion(),
                finding.share(),
                finding.details().examples());
    }
}
