package org.lotse.rules.model;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;

/**
 * One table (a file or a sheet of a workbook) or one file of sentences.
 *
 * @param path below {@code rules/}: {@code tables/channel.csv}
 * @param sheet the sheet of a workbook, empty otherwise
 * @param name what the table calls itself in its first row; for sentences the file's name
 * @param language the language it is written in
 * @param subject what the rules are about
 * @param candidate present when its rules are asked once per candidate of this type (a jurist for a claim) and may read
 *     the candidate's terms
 * @param hitPolicy which of the hit rules count; sentences collect
 * @param rules in the order of the file
 */
public record RuleFile(
        String path,
        String sheet,
        String name,
        Language language,
        SubjectType subject,
        Optional<SubjectType> candidate,
        HitPolicy hitPolicy,
        List<Rule> rules) {
    public RuleFile {
        rules = List.copyOf(rules);
    }
}
