package org.lotse.models.registry;

import java.util.List;

/**
 * Predictions in the order of the input.
 *
 * @param idHeading the id column, or {@code row}
 * @param headings one per class named by the class, or {@code value}, or {@code uplift}
 * @param rows one per input row
 */
public record PredictionTable(String idHeading, List<String> headings, List<Row> rows) {
    public PredictionTable {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /**
     * One prediction.
     *
     * @param id the row's id, or its number from 1
     * @param values one per heading
     */
    public record Row(String id, List<Double> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    /** As CSV with a heading row. */
    public String toCsv() {
        StringBuilder csv = new StringBuilder(quoted(idHeading));
        headings.forEach(heading -> csv.append(',').append(quoted(heading)));
        csv.append('\n');
        for (Row row : rows) {
            csv.append(quoted(row.id()));
            row.values().forEach(value -> csv.append(',').append(value));
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n;]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
