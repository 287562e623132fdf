package org.lotse.api.console;

import java.util.List;

/**
 * A version of a model, laid out for reading.
 *
 * @param figures how good it is, each beside what one gets without a model
 * @param words what it learned, in sentences
 * @param plots reliability and gain
 * @param inputs what moves its answer most
 * @param remarks what the training and the look at its rows noticed
 * @param months how often the outcome happened
 * @param leftOut what is no input, and why
 * @param origin where it came from
 */
record ModelView(
        String version,
        String state,
        boolean hasSignal,
        List<Figure> figures,
        List<String> words,
        List<Plot> plots,
        List<InputView> inputs,
        List<String> remarks,
        List<Bar> months,
        List<Left> leftOut,
        List<Figure> origin) {

    /** A figure, and what it stands beside. */
    record Figure(String title, String value, String beside) {}

    /**
     * A plot in a square of 100 by 100, doubled by a table.
     *
     * @param key {@code reliability} or {@code gain}
     * @param text what it shows, in a sentence
     * @param points places in the square, from above
     * @param line the same as one line; empty where points stand alone
     * @param end the number at the end of both axes
     * @param rows the table's
     */
    record Plot(String key, String text, List<Point> points, String line, String end, List<List<String>> rows) {}

    /** A place in the square. */
    record Point(double x, double y) {}

    /** An input with the answer along its values. */
    record InputView(String title, String importance, List<Bar> bars) {}

    /**
     * One value.
     *
     * @param x where its bar starts, 0 to 100
     * @param width of its bar
     * @param up whether it is above the average
     * @param number what the bar shows
     * @param people how many
     * @param notable whether to look twice
     */
    record Bar(String text, double x, double width, boolean up, String number, String people, boolean notable) {}

    /** Something that is no input. */
    record Left(String title, String why) {}
}
