package org.lotse.models.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.definition.ValueChoice;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Table;

/** The purchases of all customers by day; several on one day are one, returns (amounts below zero) are left out. */
public final class Purchases {
    private final Map<String, TreeMap<Long, Double>> byCustomer = new LinkedHashMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** One customer's purchases up to a day. */
    public record Customer(String id, long[] days, double[] amounts) {
        double spent() {
            double sum = 0;
            for (double amount : amounts) {
                sum += amount;
            }
            return sum;
        }
    }

    /** Reads a table of purchases. */
    public Purchases(Table table, ValueChoice choice) {
        Column customer = table.require(choice.customer(), "A customer value");
        Column date = table.require(choice.date(), "A customer value");
        NumberForm dates = form(date);
        List<Column> factors = new ArrayList<>();
        for (String name : choice.amount()) {
            factors.add(table.require(name, "A customer value"));
        }
        List<NumberForm> forms = factors.stream().map(Purchases::form).toList();
        for (int row = 0; row < table.rows(); row++) {
            String id = customer.text(row);
            double day = day(date, row, dates);
            double amount = 1;
            for (int i = 0; i < factors.size(); i++) {
                amount *= factors.get(i).number(row, forms.get(i));
            }
            if (id != null && !Double.isNaN(day)) {
                TreeMap<Long, Double> days = byCustomer.computeIfAbsent(id, some -> new TreeMap<>());
                last = Math.max(last, (long) day);
                first = Math.min(first, (long) day);
                if (amount >= 0) {
                    days.merge((long) day, amount, Double::sum);
                }
            }
        }
        if (byCustomer.isEmpty()) {
            throw new ModelProblem("No row has a customer in \"" + choice.customer() + "\" and a date in \""
                    + choice.date() + "\". Maybe name other columns.");
        }
    }

    private static NumberForm form(Column column) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < column.size(); row++) {
            String text = column.text(row);
            if (text != null) {
                cells.add(text);
            }
        }
        return NumberForm.of(cells).orElse(NumberForm.PLAIN);
    }

    /** Days since 1970; whole numbers such as 19970131 are read as dates. */
    private static double day(Column date, int row, NumberForm form) {
        double number = date.number(row, form);
        if (form.isDate() || Double.isNaN(number)) {
            return number;
        }
        int whole = (int) number;
        try {
            return LocalDate.of(whole / 10_000, whole / 100 % 100, whole % 100).toEpochDay();
        } catch (DateTimeException e) {
            throw new ModelProblem(
                    "\"" + date.text(row) + "\" in the column \"" + date.name()
                            + "\" is no date. Maybe write 2026-01-31.",
                    e);
        }
    }

    /** The first day. */
    public long first() {
        return first;
    }

    /** The last day. */
    public long last() {
        return last;
    }

    /** All customers in order of appearance with what they bought up to a day; those who came later are not there. */
    public List<Customer> until(long day) {
        List<Customer> customers = new ArrayList<>();
        byCustomer.forEach((id, all) -> {
            Map<Long, Double> seen = all.headMap(day, true);
            if (!seen.isEmpty()) {
                customers.add(new Customer(
                        id,
                        seen.keySet().stream().mapToLong(Long::longValue).toArray(),
                        seen.values().stream().mapToDouble(Double::doubleValue).toArray()));
            }
        });
        return customers;
    }

    /** What each customer spent, and on how many days, after a day up to another. */
    public double[][] between(List<Customer> customers, long after, long until) {
        double[][] spent = new double[2][customers.size()];
        for (int i = 0; i < customers.size(); i++) {
            Map<Long, Double> bought = byCustomer
                    .getOrDefault(customers.get(i).id(), new TreeMap<>())
                    .subMap(after, false, until, true);
            spent[0][i] =
                    bought.values().stream().mapToDouble(Double::doubleValue).sum();
            spent[1][i] = bought.size();
        }
        return spent;
    }

    /** The columns a table of purchases most probably has: who, when, how much. */
    static ValueChoice guess(Table table, ValueChoice said) {
        String customer = said.customer().isEmpty()
                ? table.columns().stream()
                        .map(Column::name)
                        .filter(name -> name.matches("(?i).*(customer|kunde|client|user).*"))
                        .findFirst()
                        .orElse("")
                : said.customer();
        String date = said.date().isEmpty()
                ? table.columns().stream()
                        .map(Column::name)
                        .filter(name -> name.matches("(?i).*(date|datum|day|tag|time).*"))
                        .findFirst()
                        .orElse("")
                : said.date();
        List<String> amount = said.amount().isEmpty() ? amounts(table) : said.amount();
        if (customer.isEmpty() || date.isEmpty() || amount.isEmpty()) {
            throw new ModelProblem("Which columns hold customer, date and amount is not evident from "
                    + String.join(
                            ", ", table.columns().stream().map(Column::name).toList())
                    + ". Maybe write customer: ..., date: ... and amount: ... (or amount: quantity x price).");
        }
        return new ValueChoice(customer, date, amount, said.horizon());
    }

    private static List<String> amounts(Table table) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        return names.stream()
                .filter(name -> name.matches("(?i).*(spend|amount|revenue|betrag|umsatz|total|value|sales).*"))
                .findFirst()
                .map(List::of)
                .orElseGet(() -> Arrays.asList("quantity|menge", "price|preis").stream()
                        .map(words -> names.stream()
                                .filter(name -> name.matches("(?i).*(" + words + ").*"))
                                .min(Comparator.naturalOrder())
                                .orElse(""))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }
}
