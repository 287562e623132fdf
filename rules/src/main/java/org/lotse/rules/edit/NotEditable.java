package org.lotse.rules.edit;

/** A table cannot be changed in its file without harm. */
public final class NotEditable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final String what;

    NotEditable(Why why, String path, String what) {
        super("The table in " + path + " cannot be changed: " + why + " " + what);
        this.why = why;
        this.what = what;
    }

    /** Why. */
    public enum Why {
        /** The file has no such table, or cannot be read. */
        NO_SUCH_TABLE,
        /** A row is said to have been there and was not, or comes twice. */
        UNKNOWN_ROW,
        /** The workbook cannot be written again. */
        DAMAGED,
        /** A text is longer than a cell may hold, or holds letters no file can keep. */
        TEXT_REFUSED
    }

    public Why why() {
        return why;
    }

    /** Which table, row or cell is meant. */
    public String what() {
        return what;
    }
}
