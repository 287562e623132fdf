package org.lotse.api.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lotse.engine.term.Language;
import org.lotse.rules.finding.Finding;
import org.lotse.rules.finding.FindingCode;
import org.lotse.rules.finding.Severity;

/** A finding as the API shows it, in the caller's language. */
record FindingBody(
        Severity severity,
        String file,
        Optional<String> sheet,
        Optional<String> cell,
        Optional<Integer> line,
        FindingCode code,
        String message,
        Optional<Double> share) {
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
                finding.share());
    }
}
