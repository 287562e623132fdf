package org.lotse.api.rule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.lotse.api.problem.ProblemException;
import org.lotse.api.security.Caller;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
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

    /** The words a file of sentences may be made of, about the subject and in the language it names. */
    public List<String> words(UUID id, String path) {
        Draft draft = drafts.find(id).orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_DRAFT, id));
        String text = draft.bundle()
                .file(path)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_RULE_FILE, path));
        Language language = text.contains("language: de") ? Language.DE : Language.EN;
        String subject = text.lines()
                .filter(line -> line.startsWith("subject:"))
                .map(line -> line.substring("subject:".length()).strip())
                .filter(TermKey::isWellFormed)
                .findFirst()
                .orElse(SubjectType.CUSTOMER.value());
        return described(draft).words(new SubjectType(subject), language);
    }

    private TableBody body(Draft draft, String path, Locale locale) {
        byte[] content = content(draft, path);
        List<EditTable.Sheet> sheets = EditTable.show(path, content);
        return TableBody.of(draft, path, sheets, columns(draft, path, content), locale);
    }

    private Map<String, List<DescribeColumns.Described>> columns(Draft draft, String path, byte[] content) {
        return described(draft).of(path, content);
    }

    /** As the draft's own vocabulary says; while that cannot be read, as the one in force does. */
    private DescribeColumns described(Draft draft) {
        return workshop.columns(draft.bundle()).orElseGet(() -> {
            RuleSet active = ruleSets.active();
            return new DescribeColumns(active.vocabulary(), active.catalogue());
        });
    }

    private static byte[] content(Draft draft, String path) {
        return draft.bundle()
                .file(path)
                .filter(content -> path.endsWith(".csv") || path.endsWith(".xlsx"))
                .orElseThrow(() -> ProblemException.of(RuleProblems.UNKNOWN_RULE_FILE, path));
    }
}
