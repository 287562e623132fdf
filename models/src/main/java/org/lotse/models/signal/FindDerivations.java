package org.lotse.models.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lotse.models.definition.HistoryChoice;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.Task;

/**
 * Finds what can be worked out from a table's dates: weekdays, hours, days between two dates, and where rows belong to
 * subjects that come back, what was known of them at the time of each row.
 */
public final class FindDerivations {
    private static final int MOST_DATES = 4;
    private static final double RETURNING = 1.15;

    /**
     * What was found.
     *
     * @param derivations further signals
     * @param subject the column that says whose row it is, if rows of one subject come back
     */
    public record Found(List<Derivation> derivations, Optional<String> subject) {
        public Found {
            derivations = List.copyOf(derivations);
        }
    }

    /**
     * @param share the share of the positive class, for probabilities
     * @param positive the positive class as written
     */
    public Found in(Table table, ModelDefinition definition, double share, String positive) {
        Set<String> banned = Set.copyOf(definition.sensitive());
        List<Column> dates = table.columns().stream()
                .filter(column -> !definition.exclude().contains(column.name()))
                .filter(column -> !definition.signals().but().contains(column.name()))
                .filter(column -> !banned.contains(column.name()))
                .filter(column -> !column.name().equals(definition.targetColumn()))
                .filter(Derive::isDate)
                .limit(MOST_DATES)
                .toList();
        List<Derivation> found = new ArrayList<>();
        for (Column date : dates) {
            found.add(plain(Derivation.Kind.WEEKDAY, date.name()));
            if (Derive.clocks(date).isPresent()) {
                found.add(plain(Derivation.Kind.HOUR, date.name()));
            }
        }
        List<String> inOrder = dates.stream()
                .sorted(Comparator.comparingDouble(date -> middle(table, date)))
                .map(Column::name)
                .toList();
        for (int from = 0; from < inOrder.size(); from++) {
            for (int to = from + 1; to < inOrder.size(); to++) {
                found.add(plain(Derivation.Kind.DAYS_BETWEEN, inOrder.get(from), inOrder.get(to)));
            }
        }
        Optional<HistoryChoice> history = definition.history().or(() -> guessed(table, definition, inOrder));
        history.ifPresent(choice -> found.addAll(past(choice, definition, share, positive)));
        return new Found(found, history.map(HistoryChoice::by));
    }

    private static Optional<HistoryChoice> guessed(Table table, ModelDefinition definition, List<String> dates) {
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        return table.columns().stream()
                .filter(column -> !definition.exclude().contains(column.name()))
                .filter(column -> !column.name().equals(definition.targetColumn()))
                .filter(column -> column.name().matches(".*([Ii][Dd]|[Nn]umber|[Nn]ummer|[Nn]r)"))
                .filter(FindDerivations::comesBack)
                .findFirst()
                .map(column -> new HistoryChoice(column.name(), dates.getFirst(), dates.getLast()));
    }

    private static boolean comesBack(Column column) {
        Map<String, Integer> counts = new HashMap<>();
        int present = 0;
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            if (text != null) {
                present++;
                counts.merge(text, 1, Integer::sum);
            }
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.size() > 100 && present >= RETURNING * counts.size() && most <= present / 50 + 5;
    }

    private static List<Derivation> past(
            HistoryChoice history, ModelDefinition definition, double share, String positive) {
        List<String> three = List.of(history.by(), history.at(), history.known());
        List<Derivation> found = new ArrayList<>();
        found.add(plain(Derivation.Kind.EARLIER, history.by(), history.at()));
        found.add(plain(Derivation.Kind.SAME_MOMENT, history.by(), history.at()));
        for (Derivation.Kind kind :
                List.of(Derivation.Kind.EARLIER_KNOWN, Derivation.Kind.SINCE_LAST, Derivation.Kind.SAME_DAY)) {
            found.add(new Derivation(kind, three, 0, ""));
        }
        if (definition.task() == Task.BINARY) {
            found.add(new Derivation(
                    Derivation.Kind.EARLIER_SHARE,
                    List.of(history.by(), history.at(), history.known(), definition.targetColumn()),
                    share,
                    positive));
        }
        return found;
    }

    private static Derivation plain(Derivation.Kind kind, String... columns) {
        return new Derivation(kind, List.of(columns), 0, "");
    }

    private static double middle(Table table, Column date) {
        return Arrays.stream(Derive.times(table, date.name()))
                .filter(time -> !Double.isNaN(time))
                .average()
                .orElse(0);
    }
}
