package org.lotse.models.registry;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.Target;
import org.lotse.models.definition.Treatment;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Table;

/**
 * What is to be predicted, as numbers.
 *
 * @param values 1 for the positive class and 0 for the other, the number of one of several classes, or amounts; NaN where
 *     the row has none
 * @param classes the negative and the positive class as written, or all of several; empty for amounts
 */
public record Targets(double[] values, List<String> classes) {
    private static final List<String> POSITIVES = List.of("yes", "1", "true", "1.0", "ja", "y");
    private static final int SHOWN = 8;
    private static final int MOST_CLASSES = 50;

    /** Reads the target of a table, for learning: the classes are found in it. */
    public static Targets of(Table table, ModelDefinition definition) {
        Column column = table.require(definition.targetColumn(), "The target of " + definition.name());
        return switch (definition.task()) {
            case REGRESSION, CLV, REPLENISHMENT -> amounts(column);
            case MULTICLASS, TEXT -> several(column, definition);
            case BINARY, UPLIFT, REACHABILITY -> classes(column, definition);
        };
    }

    /** Reads the target of a table, for evaluating a model that knows its classes. */
    public static Targets of(Table table, ModelDefinition definition, List<String> classes) {
        Column column = table.require(definition.targetColumn(), "The target of " + definition.name());
        return switch (definition.task()) {
            case REGRESSION, CLV, REPLENISHMENT -> amounts(column);
            case MULTICLASS, TEXT -> numbered(column, classes);
            case BINARY, UPLIFT, REACHABILITY -> coded(column, classes);
        };
    }

    /** 1 for treated rows, 0 for the control group, NaN for neither. */
    public static double[] treatment(Table table, ModelDefinition definition) {
        Treatment treatment = definition
                .treatment()
                .orElseThrow(() -> new ModelProblem("The model " + definition.name() + " has no treatment."));
        Column column = table.require(treatment.column(), "The treatment of " + definition.name());
        double[] values = new double[table.rows()];
        double[] arms = new double[2];
        for (int row = 0; row < values.length; row++) {
            String text = column.text(row);
            boolean treated = text != null
                    && (same(text, treatment.treated()) || treatment.treated().equals("1") && isPositive(text));
            boolean control = text != null
                    && !treated
                    && (same(text, treatment.control()) || treatment.control().equals("0") && isNegative(text));
            values[row] = treated ? 1 : control ? 0 : Double.NaN;
            arms[0] += treated ? 1 : 0;
            arms[1] += control ? 1 : 0;
        }
        if (arms[0] == 0 || arms[1] == 0) {
            throw new ModelProblem("The treatment column \"" + treatment.column() + "\" of " + definition.name()
                    + " has "
                    + (long) arms[0] + " rows with \"" + treatment.treated() + "\" and " + (long) arms[1] + " with \""
                    + treatment.control() + "\"; both are needed. Its values are " + shown(counts(column))
                    + ". Maybe write treatment: {column, treated, control}.");
        }
        return values;
    }

    private static Targets amounts(Column column) {
        double[] values = new double[column.size()];
        NumberForm form = NumberForm.PLAIN;
        for (NumberForm candidate : List.of(NumberForm.PLAIN, NumberForm.DECIMAL_COMMA)) {
            boolean fits = true;
            for (int row = 0; row < values.length; row++) {
                fits &= column.text(row) == null || !Double.isNaN(column.number(row, candidate));
            }
            if (fits) {
                form = candidate;
                break;
            }
        }
        boolean varies = false;
        double first = Double.NaN;
        for (int row = 0; row < values.length; row++) {
            values[row] = column.number(row, form);
            if (Double.isNaN(values[row]) && column.text(row) != null) {
                throw new ModelProblem("The target \"" + column.name() + "\" has the value \"" + column.text(row)
                        + "\" in row " + (row + 1) + ", which is no number. Maybe the task is binary.");
            }
            first = Double.isNaN(first) ? values[row] : first;
            varies |= !Double.isNaN(values[row]) && values[row] != first;
        }
        if (!varies) {
            throw new ModelProblem(
                    "The target \"" + column.name() + "\" is " + (Double.isNaN(first) ? "missing" : "" + first)
                            + " in every row: there is nothing to learn. Maybe name another column.");
        }
        return new Targets(values, List.of());
    }

    private static Targets classes(Column column, ModelDefinition definition) {
        TreeMap<String, Long> counts = counts(column);
        if (counts.size() != 2) {
            throw new ModelProblem("The target \"" + column.name() + "\" of " + definition.name() + " has "
                    + (counts.isEmpty()
                            ? "no values"
                            : counts.size() == 1
                                    ? "only the value " + shown(counts)
                                    : counts.size() + " values (" + shown(counts) + ")")
                    + " but a task on yes or no needs two. Maybe name another column"
                    + (counts.size() > 2 ? ", or use task regression for amounts." : " or bring more rows."));
        }
        Optional<String> declared = definition.target() instanceof Target.Column(var ignored, Optional<String> positive)
                ? positive
                : Optional.of("1");
        String positive = declared.map(text -> counts.keySet().stream()
                        .filter(value -> same(value, text))
                        .findFirst()
                        .orElseThrow(() -> new ModelProblem("The positive value \"" + text + "\" of "
                                + definition.name() + " does not occur in the target \"" + column.name()
                                + "\". Its values are " + shown(counts) + ".")))
                .or(() -> counts.keySet().stream().filter(Targets::isPositive).findFirst())
                .orElseThrow(() -> new ModelProblem("The target \"" + column.name() + "\" of " + definition.name()
                        + " has the values " + shown(counts) + ". Maybe say which is meant: positive: \""
                        + counts.lastKey() + "\"."));
        String negative = counts.keySet().stream()
                .filter(value -> !value.equals(positive))
                .findFirst()
                .orElseThrow();
        return coded(column, List.of(negative, positive));
    }

    private static Targets several(Column column, ModelDefinition definition) {
        TreeMap<String, Long> counts = counts(column);
        if (counts.size() < 2 || counts.size() > MOST_CLASSES) {
            throw new ModelProblem("The target \"" + column.name() + "\" of " + definition.name() + " has "
                    + counts.size() + " values" + (counts.isEmpty() ? "" : " (" + shown(counts) + ")")
                    + " but a task on several classes needs 2 to " + MOST_CLASSES
                    + ". Maybe name another column, put rare classes together, or use task regression for amounts.");
        }
        return numbered(column, List.copyOf(counts.keySet()));
    }

    private static Targets numbered(Column column, List<String> classes) {
        double[] values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            String text = column.text(row);
            int number = text == null ? -1 : classes.indexOf(text);
            if (text != null && number < 0) {
                throw new ModelProblem("The target \"" + column.name() + "\" has the value \"" + text + "\" in row "
                        + (row + 1) + "; the model knows " + String.join(", ", classes) + ".");
            }
            values[row] = text == null ? Double.NaN : number;
        }
        return new Targets(values, classes);
    }

    private static Targets coded(Column column, List<String> classes) {
        double[] values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            String text = column.text(row);
            if (text != null && !same(text, classes.getFirst()) && !same(text, classes.getLast())) {
                throw new ModelProblem("The target \"" + column.name() + "\" has the value \"" + text + "\" in row "
                        + (row + 1) + "; the model knows " + String.join(" and ", classes) + ".");
            }
            values[row] = text == null ? Double.NaN : same(text, classes.getLast()) ? 1 : 0;
        }
        return new Targets(values, classes);
    }

    private static boolean same(String left, String right) {
        if (left.equals(right)) {
            return true;
        }
        double number = NumberForm.PLAIN.parse(left.isEmpty() ? "x" : left);
        return number == NumberForm.PLAIN.parse(right.isEmpty() ? "x" : right);
    }

    private static boolean isPositive(String text) {
        return POSITIVES.stream().anyMatch(text::equalsIgnoreCase);
    }

    private static boolean isNegative(String text) {
        return List.of("no", "0", "false", "0.0", "nein", "n").stream().anyMatch(text::equalsIgnoreCase);
    }

    private static TreeMap<String, Long> counts(Column column) {
        TreeMap<String, Long> counts = new TreeMap<>();
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            if (text != null) {
                counts.merge(text, 1L, Long::sum);
            }
        }
        return counts;
    }

    private static String shown(TreeMap<String, Long> counts) {
        return String.join(
                        ", ",
                        counts.keySet().stream()
                                .limit(SHOWN)
                                .map(value -> "\"" + value + "\"")
                                .toList())
                + (counts.size() > SHOWN ? ", ..." : "");
    }
}
