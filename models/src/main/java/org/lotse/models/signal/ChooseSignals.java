package org.lotse.models.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Treatment;

/** Decides which columns of a table are signals, of what kind, and says why the others are not. */
public final class ChooseSignals {
    private static final int BINS = 12;
    private static final int MOST_CATEGORIES = 60;
    private static final int LONGEST_ID = 60;

    /**
     * What was chosen.
     *
     * @param signals the inputs
     * @param leftOut the other columns
     */
    public record Choice(Signals signals, List<LeftOut> leftOut) {
        public Choice {
            leftOut = List.copyOf(leftOut);
        }

        /** The choice without some signals and the crosses they are in. */
        public Choice without(Set<String> names, LeftOut.Why why) {
            List<Signal> kept = signals.signals().stream()
                    .filter(signal -> !names.contains(signal.name()))
                    .toList();
            List<Signals.Cross> crosses = new ArrayList<>();
            for (Signals.Cross cross : signals.crosses()) {
                int left = kept.indexOf(signals.signals().get(cross.left()));
                int right = kept.indexOf(signals.signals().get(cross.right()));
                if (left >= 0 && right >= 0) {
                    crosses.add(new Signals.Cross(left, right));
                }
            }
            List<LeftOut> more = new ArrayList<>(leftOut);
            names.stream().sorted().forEach(name -> more.add(new LeftOut(name, why)));
            return new Choice(new Signals(kept, crosses), more);
        }
    }

    /**
     * @param table the rows to learn from
     * @param definition says what to leave out
     */
    public Choice choose(Table table, ModelDefinition definition) {
        checkNames(table, definition);
        List<Signal> signals = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        Map<String, String> hashes = new HashMap<>();
        for (Column column : table.columns()) {
            Optional<LeftOut.Why> why = declared(column.name(), definition).or(() -> why(column, definition));
            if (why.isEmpty() && hashes.putIfAbsent(hash(column), column.name()) != null) {
                why = Optional.of(LeftOut.Why.DUPLICATE);
            }
            if (why.isPresent()) {
                leftOut.add(new LeftOut(column.name(), why.get()));
            } else {
                signals.add(signal(column));
            }
        }
        return new Choice(new Signals(signals, crosses(signals, definition)), leftOut);
    }

    /** The first column that names rows, though it may be excluded as a signal. */
    public Optional<String> idOf(Table table, ModelDefinition definition) {
        return table.columns().stream()
                .filter(column -> !column.name().equals(definition.targetColumn()))
                .filter(ChooseSignals::namesRows)
                .map(Column::name)
                .findFirst();
    }

    private static boolean namesRows(Column column) {
        Set<String> distinct = new HashSet<>();
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            if (text == null || text.length() > LONGEST_ID || !distinct.add(text)) {
                return false;
            }
        }
        return isIdentifier(column, distinct, column.size());
    }

    private static Optional<LeftOut.Why> declared(String name, ModelDefinition definition) {
        if (name.equals(definition.targetColumn())) {
            return Optional.of(LeftOut.Why.TARGET);
        }
        if (definition.treatment().map(Treatment::column).filter(name::equals).isPresent()) {
            return Optional.of(LeftOut.Why.TREATMENT);
        }
        if (definition.id().filter(name::equals).isPresent()) {
            return Optional.of(LeftOut.Why.ID);
        }
        if (definition.sensitive().contains(name) && !definition.guards().allow(name)) {
            return Optional.of(LeftOut.Why.SENSITIVE);
        }
        if (definition.exclude().contains(name) || definition.signals().but().contains(name)) {
            return Optional.of(LeftOut.Why.EXCLUDED);
        }
        boolean chosen =
                definition.signals().all() || definition.signals().named().contains(name);
        return chosen ? Optional.empty() : Optional.of(LeftOut.Why.NOT_CHOSEN);
    }

    private static void checkNames(Table table, ModelDefinition definition) {
        if (definition.subject().isPresent()) {
            return; // names are terms there, and checked against the vocabulary
        }
        Set<String> names = new LinkedHashSet<>(definition.signals().named());
        names.addAll(definition.signals().but());
        names.addAll(definition.exclude());
        names.addAll(definition.knownBefore());
        names.addAll(definition.sensitive());
        names.forEach(name -> table.require(name, "The definition of " + definition.name()));
    }

    private static Optional<LeftOut.Why> why(Column column, ModelDefinition definition) {
        Set<String> distinct = new HashSet<>();
        int present = 0;
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            if (text != null) {
                present++;
                distinct.add(text);
            }
        }
        if (present == 0) {
            return Optional.of(LeftOut.Why.ALL_MISSING);
        }
        if (distinct.size() == 1 && present == column.size()) {
            return Optional.of(LeftOut.Why.CONSTANT);
        }
        boolean named = definition.signals().named().contains(column.name());
        return !named && present >= 20 && isIdentifier(column, distinct, present)
                ? Optional.of(LeftOut.Why.IDENTIFIER)
                : Optional.empty();
    }

    private static boolean isIdentifier(Column column, Set<String> distinct, int present) {
        Optional<NumberForm> form = form(column);
        if (form.isEmpty()) {
            return distinct.size() > 0.9 * present;
        }
        if (form.get() != NumberForm.PLAIN || distinct.size() < present) {
            return false;
        }
        double[] numbers = IntStream.range(0, column.size())
                .mapToDouble(row -> column.number(row, NumberForm.PLAIN))
                .filter(number -> !Double.isNaN(number))
                .toArray();
        boolean whole = true;
        boolean rising = true;
        boolean falling = true;
        for (int i = 0; i < numbers.length; i++) {
            whole &= numbers[i] == Math.rint(numbers[i]);
            rising &= i == 0 || numbers[i] > numbers[i - 1];
            falling &= i == 0 || numbers[i] < numbers[i - 1];
        }
        String name = column.name().toLowerCase(Locale.ROOT);
        return whole && (rising || falling || name.matches(".*(\\bid|_id|number|\\bnr|key)$"));
    }

    private static Optional<NumberForm> form(Column column) {
        return switch (column) {
            case Column.Numbers ignored -> Optional.of(NumberForm.PLAIN);
            case Column.Texts texts -> {
                Set<String> cells = new LinkedHashSet<>();
                for (int row = 0; row < texts.size(); row++) {
                    String text = texts.text(row);
                    if (text != null) {
                        cells.add(text);
                    }
                }
                yield NumberForm.of(cells);
            }
        };
    }

    private static Signal signal(Column column) {
        Optional<NumberForm> form = form(column);
        return form.isPresent() ? numeric(column, form.get()) : category(column);
    }

    private static Signal numeric(Column column, NumberForm form) {
        double[] sorted = IntStream.range(0, column.size())
                .mapToDouble(row -> column.number(row, form))
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        int bins = sorted.length < 500 ? 5 : sorted.length < 1500 ? 8 : BINS;
        return new Signal.Numeric(column.name(), form, Bins.cuts(sorted, bins));
    }

    private static Signal category(Column column) {
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            if (text != null) {
                counts.merge(text, 1, Integer::sum);
            }
        }
        int least = Math.max(3, Math.min(20, column.size() / 500));
        return new Signal.Category(
                column.name(),
                counts.entrySet().stream()
                        .filter(entry -> entry.getValue() >= least)
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_CATEGORIES)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static List<Signals.Cross> crosses(List<Signal> signals, ModelDefinition definition) {
        Signals named = new Signals(signals, List.of());
        List<Signals.Cross> crosses = new ArrayList<>();
        for (ModelDefinition.Cross cross : definition.crosses()) {
            int left = named.indexOf(cross.left());
            int right = named.indexOf(cross.right());
            if (left >= 0 && right >= 0) {
                crosses.add(new Signals.Cross(left, right));
            } else if (definition.subject().isEmpty()) {
                throw new ModelProblem(
                        "The cross \"" + cross.left() + " x " + cross.right() + "\" of the definition of "
                                + definition.name() + " names a column that is no signal. The signals are "
                                + String.join(", ", named.names().toList()) + ".");
            }
        }
        return crosses;
    }

    private static String hash(Column column) {
        return new Table(List.of(rename(column)), column.size()).hash();
    }

    private static Column rename(Column column) {
        return switch (column) {
            case Column.Texts texts -> new Column.Texts("", texts.values());
            case Column.Numbers numbers -> new Column.Numbers("", numbers.values());
        };
    }
}
