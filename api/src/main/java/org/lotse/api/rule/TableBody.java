package org.lotse.api.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lotse.engine.term.Language;
import org.lotse.rules.edit.EditTable;
import org.lotse.rules.read.DescribeColumns;

/**
 * The tables of a file of a draft, for editing cell by cell.
 *
 * @param path of the file
 * @param revision of the draft, also the ETag
 * @param sheets its tables
 * @param findings what is wrong with the file
 */
public record TableBody(String path, long revision, List<Sheet> sheets, List<Told> findings) {
    /**
     * A table.
     *
     * @param sheet the sheet's name, empty for a text file
     * @param language in which its numbers and days are written
     * @param headings how many rows come before the first that says something
     * @param columns what may be typed below each heading
     * @param rows the texts of its cells; a decision table says in the first what it is; a list has headings only
     */
    public record Sheet(
            String sheet,
            String language,
            int headings,
            List<DescribeColumns.Described> columns,
            List<List<String>> rows) {}

    /** A finding; {@code cell} like {@code C4}, empty when the file as a whole is meant. */
    public record Told(String severity, String code, String sheet, String cell, String message) {}

    /**
     * A table as it shall be.
     *
     * @param sheet which one; empty or left out in a text file
     * @param rows all of its rows in order; {@code from} is the row it was, from 1, and 0 for a new one
     */
    public record Change(@org.jspecify.annotations.Nullable String sheet, List<EditTable.Row> rows) {}

    static TableBody of(
            Draft draft,
            String path,
            List<EditTable.Sheet> sheets,
            Map<String, List<DescribeColumns.Described>> columns,
            Locale locale) {
        Language said = Language.of(locale);
        return new TableBody(
                path,
                draft.revision(),
                sheets.stream()
                        .map(sheet -> new Sheet(
                                sheet.name(),
                                sheet.language().name().toLowerCase(Locale.ROOT),
                                sheet.headings(),
                                columns.getOrDefault(sheet.name(), List.of()),
                                sheet.rows()))
                        .toList(),
                draft.findings().stream()
                        .filter(finding -> finding.place().file().equals(path))
                        .map(finding -> new Told(
                                finding.severity().name(),
                                finding.code().name(),
                                finding.place().sheet(),
                                finding.place().cell(),
                                finding.in(said)))
                        .toList());
    }
}
