package org.lotse.models.registry;

import java.util.List;

/**
 * Predictions in the order of the input.
 *
 * @param idHeading the id column, or {@code row}
 * @param also headings of further texts that name a row
 * @param headings one per class named by the class, or {@code value}, or {@code uplift}
 * @param rows one per input row
 */
public record PredictionTable(String idHeading, List<String> also, List<String> headings, List<Row> rows) {
    public PredictionTable {
        also = List.copyOf(also);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** Rows that one id names. */
    public PredictionTable(String idHeading, List<String> headings, List<Row> rows) {
        this(idHeading, List.of(), headings, rows);
    }

    /**
     * One prediction.
     *
     * @param id the row's id, or its number from 1
     * @param also further texts that name it
     * @param values one per heading
     */
    public record Row(String id, List<String> also, List<Double> values) {
        public Row {
            also = List.copyOf(also);
            values = List.copyOf(values);
        }

        /** A row that its id names. */
        public Row(String id, List<Double> values) {
            this(id, List.of(), values);
        }
    }

    /** As CSV with a heading row. */
    public String toCsv() {
        StringBuilder csv = new StringBuilder(quoted(idHeading));
        also.forEach(heading -> csv.append(',').append(quoted(heading)));
        headings.forEach(heading -> csv.append(',').append(quoted(heading)));
        csv.append('\n');
        for (Row row : rows) {
            csv.append(quoted(row.id()));
            row.also().forEach(text -> csv.append(',').append(quoted(text)));
            row.values().forEach(value -> csv.append(',').append(value));
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n;]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
