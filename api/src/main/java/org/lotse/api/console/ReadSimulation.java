package org.lotse.api.console;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Lays out what a simulation found for reading: numbers in the reader's way of writing, shares as bars. */
final class ReadSimulation {
    private static final int CHANGES = 25;
    private static final int BARS = 12;

    private final Locale locale;
    private final JsonNode result;

    private ReadSimulation(JsonNode result, Locale locale) {
        this.result = result;
        this.locale = locale;
    }

    /**
     * What a draft would do.
     *
     * @param share of the decisions that differ
     * @param whole whether everything was counted, so that no interval is shown
     * @param offers whether actions were offered, so that there is money to speak of
     */
    record View(
            String decision,
            boolean recorded,
            String looked,
            String population,
            String decisions,
            String changed,
            Share share,
            boolean whole,
            boolean offers,
            Money value,
            Money cost,
            List<Changed> changes,
            int moreChanges,
            List<Chart> charts,
            List<Use> uses,
            List<Grouped> groups,
            List<String> notJudged,
            String predictedAnew,
            String achieved,
            List<Example> examples,
            List<Row> rows,
            String seconds) {}

    /** A share in percent with its interval; {@code width} for a bar, 0 to 100. */
    record Share(String percent, String low, String high, double width) {}

    /** A sum before, after, and the change with its interval; {@code up} and {@code down} when it moves beyond chance. */
    record Money(String before, String after, String change, String low, String high, boolean up, boolean down) {}

    /** What became of what. */
    record Changed(String from, String to, String count, Share share, String value, String example) {}

    /** Bars before and after for each of some things. */
    record Chart(String title, List<Bar> bars) {}

    /** One thing before and after. */
    record Bar(String text, Share before, Share after) {}

    /** What is used of a capacity; {@code over}: more than there is. */
    record Use(String key, Money sum, String available, String per, boolean over) {}

    /** Groups by a sensitive attribute. */
    record Grouped(String title, String gapBefore, String gapAfter, boolean notable, List<OneGroup> groups) {}

    /** People with one value. */
    record OneGroup(String text, String decisions, Share before, Share after, Share changed) {}

    /** A decision that differs. */
    record Example(String id, String subject, String from, String to, List<String> now, List<String> noLonger) {}

    /** A row whose reach changes. */
    record Row(String where, String before, String after) {}

    static View of(JsonNode result, Locale locale) {
        return new ReadSimulation(result, locale).view();
    }

    private View view() {
        boolean whole =
                result.path("looked").asLong() >= result.path("population").asLong();
        List<Changed> changes = items(result.path("byChange"), node -> node).stream()
                .filter(node -> node.path("differs").asBoolean(false))
                .map(this::changed)
                .toList();
        return new View(
                text(result, "decision"),
                text(result, "source").equals("RECORDED"),
                whole("looked"),
                whole("population"),
                whole("decisions"),
                whole("changed"),
                share(result.path("changedShare")),
                whole,
                offers(),
                money(result.path("value"), 0),
                money(result.path("cost"), 0),
                changes.subList(0, Math.min(CHANGES, changes.size())),
                Math.max(0, changes.size() - CHANGES),
                charts(),
                items(result.path("capacity"), this::use),
                items(result.path("groups"), this::grouped),
                items(
                        result.path("notJudged"),
                        node -> number(node.path("count").asLong(), 0) + ": " + text(node, "text")),
                result.path("predictedAnew").asLong(0) == 0 ? "" : whole("predictedAnew"),
                result.path("achieved").path("text").asString(""),
                items(result.path("examples"), this::example),
                rows(),
                number(result.path("seconds").asDouble(), 1));
    }

    private Changed changed(JsonNode node) {
        return new Changed(
                text(node.path("from"), "text"),
                text(node.path("to"), "text"),
                number(node.path("count").asLong(), 0),
                share(node.path("share")),
                signed(node.at("/valueChange/value").asDouble(), 0),
                node.path("examples").isEmpty()
                        ? ""
                        : node.path("examples").get(0).asString(""));
    }

    private List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        chart("byAction", result.path("byAction"), charts);
        chart("byChannel", result.path("byChannel"), charts);
        for (JsonNode term : result.path("byTerm")) {
            if (!term.path("values").isEmpty()) {
                chart(text(term, "title"), term.path("values"), charts);
            }
        }
        return charts;
    }

    private void chart(String title, JsonNode counted, List<Chart> charts) {
        List<Bar> bars = items(
                counted,
                node -> new Bar(text(node, "text"), share(node.path("shareBefore")), share(node.path("shareAfter"))));
        if (!bars.isEmpty()) {
            charts.add(new Chart(title, bars.subList(0, Math.min(BARS, bars.size()))));
        }
    }

    private Use use(JsonNode node) {
        boolean limited = node.path("available").isNumber();
        return new Use(
                text(node, "key"),
                money(node, 1),
                limited ? number(node.path("available").asDouble(), 0) : "",
                text(node, "per"),
                limited
                        && node.at("/after/value").asDouble()
                                > node.path("available").asDouble());
    }

    private Grouped grouped(JsonNode node) {
        return new Grouped(
                text(node, "title"),
                percent(offers() ? node.path("gapBefore").asDouble() : changed(node, true)),
                percent(offers() ? node.path("gapAfter").asDouble() : changed(node, false)),
                node.path("notable").asBoolean(false),
                items(
                        node.path("groups"),
                        one -> new OneGroup(
                                text(one, "text"),
                                number(one.path("decisions").asLong(), 0),
                                share(one.path("offeredBefore")),
                                share(one.path("offeredAfter")),
                                share(one.path("changed")))));
    }

    private boolean offers() {
        return !result.path("byAction").isEmpty();
    }

    /** The smallest or largest part of a group that differs. */
    private static double changed(JsonNode grouped, boolean smallest) {
        List<Double> shares =
                items(grouped.path("groups"), one -> one.at("/changed/value").asDouble());
        return shares.isEmpty() ? 0 : smallest ? Collections.min(shares) : Collections.max(shares);
    }

    private Example example(JsonNode node) {
        String subject = text(node, "subject");
        return new Example(
                text(node, "id"),
                subject.substring(subject.indexOf('/') + 1),
                text(node.path("from"), "text"),
                text(node.path("to"), "text"),
                items(node.path("nowFire"), row -> row.asString("")),
                items(node.path("noLongerFire"), row -> row.asString("")));
    }

    private List<Row> rows() {
        return items(result.path("rows"), node -> node).stream()
                .filter(node ->
                        node.path("before").asLong() != node.path("after").asLong())
                .map(node -> new Row(
                        text(node, "file") + " · " + text(node, "row"),
                        number(node.path("before").asLong(), 0),
                        number(node.path("after").asLong(), 0)))
                .toList();
    }

    private Share share(JsonNode estimate) {
        double value = estimate.path("value").asDouble();
        return new Share(
                percent(value),
                percent(estimate.path("low").asDouble()),
                percent(estimate.path("high").asDouble()),
                Math.round(1000 * value) / 10.0);
    }

    private Money money(JsonNode sum, int digits) {
        JsonNode change = sum.path("change");
        return new Money(
                number(sum.at("/before/value").asDouble(), digits),
                number(sum.at("/after/value").asDouble(), digits),
                signed(change.path("value").asDouble(), digits),
                signed(change.path("low").asDouble(), digits),
                signed(change.path("high").asDouble(), digits),
                change.path("low").asDouble() > 0,
                change.path("high").asDouble() < 0);
    }

    private String whole(String member) {
        return number(result.path(member).asLong(), 0);
    }

    private String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(share < 0.1 ? 2 : 1);
        return format.format(share);
    }

    private String signed(double number, int digits) {
        String text = number(number, digits);
        return number > 0 && !text.equals(number(0, digits)) ? "+" + text : text;
    }

    private String number(double number, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format.format(number == 0 ? 0 : number);
    }

    private static <T> List<T> items(JsonNode array, Function<JsonNode, T> read) {
        List<T> items = new ArrayList<>();
        array.forEach(node -> items.add(read.apply(node)));
        return items;
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }
}
