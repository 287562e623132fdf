package org.lotse.api.simulation;

import org.lotse.engine.rule.RowRef;

/** A row by what stays when rows are inserted above it: its name, where it has one. */
record RowName(String file, String sheet, String name, int row) implements Comparable<RowName> {
    static RowName of(RowRef row) {
        return new RowName(row.file(), row.sheet(), row.name(), row.name().isBlank() ? row.row() : 0);
    }

    @Override
    public int compareTo(RowName other) {
        return toString().compareTo(other.toString());
    }

    /** As people find it: its name, or its number. */
    String shown() {
        return name.isBlank() ? String.valueOf(row) : name;
    }
}
