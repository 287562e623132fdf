package org.lotse.models.signal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermLayout;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/**
 * All inputs of a model in their order, and how rows are coded for it. Immutable and safe for many threads.
 *
 * <p>A coded row has one double per signal. A model sees {@link #inputs()} inputs: the signals, then the crosses; each
 * falls into one {@link #slot}.
 */
public final class Signals {
    private final List<Signal> signals;
    private final List<Cross> crosses;
    private final @Nullable TermPath[] paths;
    /** Those signals that are categories. */
    private final Signal.@Nullable Category[] categories;

    /** The places of the terms in the layout met last: all terms of a subject type have the same. */
    private volatile @Nullable Places last;

    private record Places(TermLayout layout, int[] places) {}

    /**
     * Two signals whose combination is an input.
     *
     * @param left index of a signal
     * @param right index of another
     */
    public record Cross(int left, int right) {}

    public Signals(List<Signal> signals, List<Cross> crosses) {
        this.signals = List.copyOf(signals);
        this.crosses = List.copyOf(crosses);
        this.categories = signals.stream()
                .map(signal -> signal instanceof Signal.Category category ? category : null)
                .toArray(Signal.Category[]::new);
        this.paths = signals.stream().map(signal -> path(signal.name())).toArray(TermPath[]::new);
    }

    public List<Signal> signals() {
        return signals;
    }

    public List<Cross> crosses() {
        return crosses;
    }

    /** How many inputs a model sees. */
    public int inputs() {
        return signals.size() + crosses.size();
    }

    /** What an input is called: the signal's name, or both names joined by {@code x}. */
    public String name(int input) {
        if (input < signals.size()) {
            return signals.get(input).name();
        }
        Cross cross = crosses.get(input - signals.size());
        return signals.get(cross.left()).name() + " x "
                + signals.get(cross.right()).name();
    }

    /** How many slots an input has. */
    public int slots(int input) {
        if (input < signals.size()) {
            return signals.get(input).slots();
        }
        Cross cross = crosses.get(input - signals.size());
        return signals.get(cross.left()).slots() * signals.get(cross.right()).slots();
    }

    /** The slot of an input for a coded row. */
    public int slot(int input, double[] row) {
        if (input < signals.size()) {
            return signals.get(input) instanceof Signal.Numeric numeric ? numeric.slot(row[input]) : (int) row[input];
        }
        Cross cross = crosses.get(input - signals.size());
        return slot(cross.left(), row) * signals.get(cross.right()).slots() + slot(cross.right(), row);
    }

    /** The index of a signal, or -1. */
    public int indexOf(String name) {
        for (int i = 0; i < signals.size(); i++) {
            if (signals.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** All rows of a table, coded; a signal whose column is not there is a problem. */
    public double[][] code(Table table) {
        double[][] rows = new double[table.rows()][signals.size()];
        for (int i = 0; i < signals.size(); i++) {
            Column column = table.require(signals.get(i).name(), "The model");
            for (int row = 0; row < rows.length; row++) {
                rows[row][i] = switch (signals.get(i)) {
                    case Signal.Numeric numeric -> column.number(row, numeric.form());
                    case Signal.Category category -> category.code(column.text(row));
                };
            }
        }
        return rows;
    }

    /**
     * One subject's terms, coded; a term that is not there is missing.
     *
     * @param extra what is known beside the terms, by signal name: the action, the hour of a call
     */
    public double[] code(Terms terms, Map<String, String> extra) {
        double[] row = new double[signals.size()];
        int[] places = places(terms.layout());
        for (int i = 0; i < row.length; i++) {
            String given = extra.isEmpty() ? null : extra.get(signals.get(i).name());
            if (given != null) {
                row[i] = code(i, given);
            } else {
                row[i] = code(i, places[i] < 0 ? null : terms.valueAt(places[i]));
            }
        }
        return row;
    }

    private int[] places(TermLayout layout) {
        Places known = last;
        if (known == null || known.layout() != layout) {
            int[] places = new int[paths.length];
            for (int i = 0; i < places.length; i++) {
                TermPath path = paths[i];
                places[i] = path == null ? -1 : layout.find(path);
            }
            known = new Places(layout, places);
            last = known;
        }
        return known.places();
    }

    /** The code of a text for a signal. */
    public double code(int signal, String text) {
        return switch (signals.get(signal)) {
            case Signal.Numeric numeric -> numeric.form().parse(text);
            case Signal.Category category -> category.code(text);
        };
    }

    private double code(int signal, @Nullable Value value) {
        Signal.Category category = categories[signal];
        if (category != null) {
            return category.code(value == null ? null : value.toString());
        }
        return value instanceof Value.Num number
                ? number.value()
                : value instanceof Value.Date day ? day.value().toEpochDay() : Double.NaN;
    }

    /** The names of all signals. */
    public Stream<String> names() {
        return signals.stream().map(Signal::name);
    }

    private static @Nullable TermPath path(String name) {
        int dot = name.indexOf('.');
        return TermKey.isWellFormed(dot < 0 ? name : name.substring(dot + 1)) ? TermPath.parse(name) : null;
    }
}
