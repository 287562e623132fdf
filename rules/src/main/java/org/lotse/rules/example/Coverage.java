package org.lotse.rules.example;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.lotse.engine.rule.RowRef;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;

/**
 * How much of a table or file of sentences the examples make fire.
 *
 * @param file path below {@code rules/}
 * @param sheet the sheet of a workbook, else empty
 * @param name what the table calls itself
 * @param rows how many rows or sentences it has
 * @param neverFired those no example made fire
 */
public record Coverage(String file, String sheet, String name, int rows, List<RowRef> neverFired) {
    public Coverage {
        neverFired = List.copyOf(neverFired);
    }

    /** Of every file of rules, given the rows that fired. */
    static List<Coverage> of(Collection<RuleFile> files, Set<RowRef> fired) {
        List<Coverage> coverage = new ArrayList<>();
        for (RuleFile file : files) {
            List<RowRef> never = file.rules().stream()
                    .map(Rule::ref)
                    .filter(row -> !fired.contains(row))
                    .toList();
            coverage.add(new Coverage(
                    file.path(), file.sheet(), file.name(), file.rules().size(), never));
        }
        return coverage;
    }
}
