package org.lotse.models.refill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Derive;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Table;

/**
 * What each customer bought of each product, by day; several purchases on one day are one, returns are left out.
 */
public final class Supplies {
    private final Map<Key, TreeMap<Long, Double>> bought = new LinkedHashMap<>();
    private long last = Long.MIN_VALUE;

    /** A customer and a product. */
    public record Key(String customer, String product) {}

    /**
     * The time from one purchase to the next of the same product.
     *
     * @param begin day of the first, since 1970
     * @param end day of the second
     * @param quantity of the first: it had to last
     */
    public record Spell(Key key, long begin, long end, double quantity) {
        double days() {
            return (double) end - begin;
        }
    }

    /**
     * The columns of a table of purchases.
     *
     * @param quantity empty if there is none
     */
    public record Columns(String customer, String product, String date, String quantity) {
        /** The columns a definition names, else those whose names say it. */
        static Columns of(Table table, ModelDefinition definition) {
            String customer =
                    role(table, definition, "customer", "(?i)(subject|.*(customer|kunde|client).*)", column -> true);
            String product = role(
                    table,
                    definition,
                    "product",
                    "(?i).*(product|produkt|article|artikel|stock.?code|sku|item).*",
                    column -> true);
            String date = role(
                    table,
                    definition,
                    "date",
                    "(?i)(moment|.*(date|datum|day|tag|time|zeit).*)",
                    column -> column instanceof Column.Numbers || Derive.isDate(column));
            String quantity = role(table, definition, "quantity", "(?i).*(quantity|menge|anzahl).*", column -> true);
            if (customer.isEmpty() || product.isEmpty() || date.isEmpty()) {
                throw new ModelProblem("Which columns hold customer, product and date is not evident from "
                        + String.join(
                                ", ", table.columns().stream().map(Column::name).toList())
                        + ". Maybe write customer: ..., product: ... and date: ....");
            }
            return new Columns(customer, product, date, quantity);
        }

        private static String role(
                Table table, ModelDefinition definition, String role, String words, Predicate<Column> fits) {
            String said = definition.roles().getOrDefault(role, "");
            if (!said.isEmpty()
                    && (table.column(said).isPresent() || definition.subject().isEmpty())) {
                return table.require(said, "The key \"" + role + "\" of " + definition.name())
                        .name();
            }
            return table.columns().stream()
                    .filter(column -> column.name().matches(words))
                    .filter(fits)
                    .map(Column::name)
                    .findFirst()
                    .orElse("");
        }
    }

    /** Nothing bought yet. */
    public Supplies() {}

    /** Reads a table of purchases. */
    public Supplies(Table table, Columns columns) {
        Column customer = table.require(columns.customer(), "A replenishment");
        Column product = table.require(columns.product(), "A replenishment");
        Optional<Column> quantity = columns.quantity().isEmpty() ? Optional.empty() : table.column(columns.quantity());
        double[] days =
                table.require(columns.date(), "A replenishment") instanceof Column.Numbers(var ignored, double[] values)
                        ? values
                        : Derive.times(table, columns.date());
        for (int row = 0; row < table.rows(); row++) {
            String who = customer.text(row);
            String what = product.text(row);
            double many = quantity.isEmpty() ? 1 : quantity.get().number(row, NumberForm.PLAIN);
            if (who != null && what != null && !Double.isNaN(days[row])) {
                add(new Key(who, what), (long) Math.floor(days[row]), Double.isNaN(many) ? 1 : many);
            }
        }
        if (bought.isEmpty()) {
            throw new ModelProblem("No row has a customer in \"" + columns.customer() + "\", a product in \""
                    + columns.product() + "\" and a date in \"" + columns.date() + "\". Maybe name other columns.");
        }
    }

    /** One more purchase. */
    public void add(Key key, long day, double quantity) {
        last = Math.max(last, day);
        if (quantity > 0) {
            bought.computeIfAbsent(key, some -> new TreeMap<>()).merge(day, quantity, Double::sum);
        }
    }

    /** The last day of all. */
    public long last() {
        return last;
    }

    /** What was bought, of each customer and product by day. */
    Map<Key, TreeMap<Long, Double>> bought() {
        return bought;
    }

    /** The purchases of each customer apart. */
    public Map<String, Supplies> byCustomer() {
        Map<String, Supplies> all = new LinkedHashMap<>();
        bought.forEach((key, days) -> {
            Supplies own = all.computeIfAbsent(key.customer(), some -> new Supplies());
            days.forEach((day, quantity) -> own.add(key, day, quantity));
        });
        return all;
    }

    /** The spells that ended up to a day. */
    List<Spell> until(long day) {
        List<Spell> spells = new ArrayList<>();
        bought.forEach((key, days) -> {
            Map.Entry<Long, Double> before = null;
            for (Map.Entry<Long, Double> now : days.headMap(day, true).entrySet()) {
                if (before != null) {
                    spells.add(new Spell(key, before.getKey(), now.getKey(), before.getValue()));
                }
                before = now;
            }
        });
        return spells;
    }
}
