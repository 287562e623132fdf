package org.lotse.rules.read;

/**
 * Counts the rows and cells of a sheet while its XML passes by, before anything is built of it: a sheet of a million rows
 * is a few kilobytes when it is packed and a gigabyte when it is open. For use by one thread.
 */
final class SheetSize {
    private static final int MOST_CELLS = 2_000_000;
    private static final int LONGEST_NAME = 40;

    private final StringBuilder name = new StringBuilder();
    private boolean inName;
    private int rows;
    private int cells;

    /** More of the XML, in any portions. */
    void see(byte[] portion, int length) {
        for (int at = 0; at < length; at++) {
            char letter = (char) (portion[at] & 0xff);
            if (letter == '<') {
                inName = true;
                name.setLength(0);
            } else if (inName && (letter == ' ' || letter == '>' || letter == '/' || letter <= '\r')) {
                inName = false;
                count(name.toString());
            } else if (inName) {
                name.append(letter);
                inName = name.length() < LONGEST_NAME;
            }
        }
    }

    /** Whether it holds more than a table may. */
    boolean isTooLarge() {
        return rows > CsvGrid.MOST_ROWS || cells > MOST_CELLS;
    }

    private void count(String element) {
        String local = element.substring(element.indexOf(':') + 1);
        if (local.equals("row")) {
            rows++;
        } else if (local.equals("c") || local.equals("mergeCell")) {
            cells++;
        }
    }
}
