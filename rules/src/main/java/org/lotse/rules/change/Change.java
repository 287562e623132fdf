package org.lotse.rules.change;

import java.util.Optional;

/** One difference between two versions of a file. */
public sealed interface Change {
    /** Path below {@code rules/}. */
    String file();

    /** The file is new. */
    record FileAdded(String file) implements Change {}

    /** The file is gone. */
    record FileRemoved(String file) implements Change {}

    /** The file is another, and cannot be compared as a table or text. */
    record FileReplaced(String file) implements Change {}

    /**
     * A row of a table is new.
     *
     * @param row its number in the file as it is now
     * @param name its first cell
     * @param text its cells, as a text file holds them
     */
    record RowAdded(String file, String sheet, int row, String name, String text) implements Change {}

    /**
     * A row of a table is gone.
     *
     * @param row its number in the file as it was
     */
    record RowRemoved(String file, String sheet, int row, String name, String text) implements Change {}

    /**
     * A cell holds something else.
     *
     * @param cell where it is now: {@code C4}
     * @param name the first cell of its row
     * @param heading what stands above it
     */
    record CellChanged(String file, String sheet, String cell, String name, String heading, String before, String after)
            implements Change {}

    /**
     * A line of text is new, gone or another.
     *
     * @param line its number in the file as it is now; of a line that is gone, as it was
     * @param before empty when the line is new
     * @param after empty when the line is gone
     */
    record LineChanged(String file, int line, Optional<String> before, Optional<String> after) implements Change {}
}
