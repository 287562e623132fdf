package org.lotse.api.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.lotse.engine.rule.RuleSet;
import org.lotse.rules.edit.EditTable;
import org.lotse.rules.edit.NotEditable;
import org.lotse.rules.read.DescribeColumns;
import org.springframework.stereotype.Component;

/** Shows the tables of a draft for editing, and puts changed cells into their files. */
@Component
public class EditTables {
    private static final int MOST_CELLS = 1_000_000;

    private final JdbcDrafts drafts;
    private final JdbcRuleSets ruleSets;
    private final EditDrafts edit;
    private final RuleWorkshop workshop;

    EditTables(JdbcDrafts drafts, JdbcRuleSets ruleSets, EditDrafts edit, RuleWorkshop workshop) {
        this.drafts = drafts;
        this.ruleSets = ruleSets;
        this.edit = edit;
        this.workshop = workshop;
    }

    /** The tables of a file. */
    public TableBody show(UUID id, String path, Locale locale) {
        return body(
                drafts.find(id).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id)), path, locale);
    }

    /** Puts a table into its file; everything else of the file stays. The draft is checked at once. */
    public TableBody put(UUID id, String path, TableBody.Change change, long revision, Caller caller, Locale locale) {
        Draft draft = drafts.find(id).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id));
        byte[] content = content(draft, path);
        if (change.rows().stream().mapToLong(row -> row.cells().size()).sum() > MOST_CELLS) {
            throw ProblemException.invalid("/rows", "TOO_MANY_CELLS", MOST_CELLS);
        }
        try {
            byte[] edited = EditTable.edit(path, content, change.sheet() == null ? "" : change.sheet(), change.rows());
            return body(edit.put(id, path, edited, revision, caller.name()), path, locale);
        } catch (NotEditable refused) {
            throw ProblemException.invalid("/rows", "TABLE_" + refused.why(), refused.what());
        }
    }

    private TableBody body(Draft draft, String path, Locale locale) {
        byte[] content = content(draft, path);
        List<EditTable.Sheet> sheets = EditTable.show(path, content);
        return TableBody.of(draft, path, sheets, columns(draft, path, content), locale);
    }

    /** As the draft's own vocabulary says; while that cannot be read, as the one in force does. */
    private Map<String, List<DescribeColumns.Described>> columns(Draft draft, String path, byte[] content) {
        return workshop.columns(draft.bundle())
                .orElseGet(() -> {
                    RuleSet active = ruleSets.active();
                    return new DescribeColumns(active.vocabulary(), active.catalogue());
                })
                .of(path, content);
    }

    private static byte[] content(Draft draft, String path) {
        return draft.bundle()
                .file(path)
                .filter(content -> path.endsWith(".csv") || path.endsWith(".xlsx"))
                .orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_RULE_FILE, path));
    }
}
