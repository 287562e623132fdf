package org.lotse.api.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.lotse.api.result.KpiView;
import org.lotse.api.result.KpiWords;
import org.lotse.api.result.ShowResults;
import org.springframework.stereotype.Component;

/** Lays key figures out: the value, its course as a line with its interval, and the same as a table. */
@Component
class KpiCards {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;

    private final KpiWords words;

    KpiCards(KpiWords words) {
        this.words = words;
    }

    /**
     * A figure as it is shown.
     *
     * @param value with its unit; empty when too few
     * @param good whether the verdict is a good one
     * @param bad whether it is a bad one
     * @param line the course, as points of a polyline, one for each stretch without a gap
     * @param band the intervals, as points of a polygon for each stretch
     * @param baseline height of the baseline; below 0 when there is none
     * @param rows the course as texts: period, value, interval, persons
     */
    record Card(
            KpiView kpi,
            String value,
            String baselineText,
            boolean good,
            boolean bad,
            List<String> line,
            List<String> band,
            double baseline,
            List<List<String>> rows) {}

    List<Card> of(ShowResults.View view, Locale locale) {
        return view.kpis().stream().map(kpi -> card(kpi, locale)).toList();
    }

    private Card card(KpiView kpi, Locale locale) {
        Scale scale = scale(kpi);
        List<String> lines = new ArrayList<>();
        List<String> bands = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringBuilder above = new StringBuilder();
        StringBuilder below = new StringBuilder();
        int at = 0;
        for (KpiView.Point point : kpi.trend()) {
            Double value = point.value();
            if (value == null) {
                end(lines, bands, line, above, below);
            } else {
                double x = WIDTH * at / Math.max(1, kpi.trend().size() - 1);
                line.append(place(x, scale.y(value)));
                above.append(place(x, scale.y(Objects.requireNonNullElse(point.high(), value))));
                below.insert(0, place(x, scale.y(Objects.requireNonNullElse(point.low(), value))));
            }
            at++;
        }
        end(lines, bands, line, above, below);
        KpiView.BaselineView baseline = kpi.baseline();
        Double value = kpi.value();
        return new Card(
                kpi,
                value == null ? "" : words.value(kpi.unit(), value, locale),
                baseline == null ? "" : words.value(kpi.unit(), baseline.value(), locale),
                kpi.verdict().equals("BETTER"),
                kpi.verdict().equals("WORSE"),
                lines,
                bands,
                baseline == null ? -1 : scale.y(baseline.value()),
                kpi.trend().stream().map(point -> row(kpi, point, locale)).toList());
    }

    private List<String> row(KpiView kpi, KpiView.Point point, Locale locale) {
        Double value = point.value();
        return value == null
                ? List.of(point.period(), "–", "–", String.valueOf(point.persons()))
                : List.of(
                        point.period(),
                        words.value(kpi.unit(), value, locale),
                        words.value(kpi.unit(), Objects.requireNonNullElse(point.low(), value), locale) + " – "
                                + words.value(kpi.unit(), Objects.requireNonNullElse(point.high(), value), locale),
                        String.format(locale, "%,d", point.persons()));
    }

    private static void end(
            List<String> lines, List<String> bands, StringBuilder line, StringBuilder above, StringBuilder below) {
        if (!line.isEmpty()) {
            lines.add(line.toString().strip());
            bands.add((above.toString() + below).strip());
            line.setLength(0);
            above.setLength(0);
            below.setLength(0);
        }
    }

    private static String place(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
    }

    private static Scale scale(KpiView kpi) {
        KpiView.BaselineView baseline = kpi.baseline();
        double[] values = DoubleStream.concat(
                        kpi.trend().stream()
                                .filter(point -> point.low() != null && point.high() != null)
                                .flatMapToDouble(point -> DoubleStream.of(
                                        Objects.requireNonNull(point.low()), Objects.requireNonNull(point.high()))),
                        baseline == null ? DoubleStream.empty() : DoubleStream.of(baseline.value()))
                .toArray();
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        return new Scale(low, high > low ? high : low + 1);
    }

    private record Scale(double low, double high) {
        double y(double value) {
            return 2 + (HEIGHT - 4) * (high - value) / (high - low);
        }
    }
}
