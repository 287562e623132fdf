package org.lotse.models.quality;

import static org.lotse.models.quality.MeasureQuality.figure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.registry.Member;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.ReadCsv;
import org.lotse.models.signal.Table;

/** Whom a treatment helps: mails, a promotion, a voucher. */
final class Uplifts {
    private static final double PROMOTION = 0.15;
    private static final double SALE = 10;
    private static final double[] SHARES = {0.34, 0.4};
    private static final double MARGIN = 0.35;
    private static final double REDEEMED = 5;

    private final int times;

    Uplifts(int times) {
        this.times = times;
    }

    void hillstrom(Path set) {
        for (Parts parts : Parts.of(set, "row_id", times)) {
            for (String mail : List.of("Womens E-Mail", "Mens E-Mail")) {
                Parts pair = parts.where("segment", mail + "|No E-Mail");
                TrainedModel model = MeasureQuality.train("mail", """
                        task: uplift
                        target: visit
                        positive: "1"
                        treatment: {column: segment, treated: "%s", control: No E-Mail}
                        exclude: [row_id, conversion, spend]
                        """.formatted(mail), pair.learned());
                say(set, pair.how() + ", " + mail, model, pair.measured(), List.of());
            }
        }
    }

    void starbucks(Path set) {
        for (Parts parts : Parts.of(set, "ID", times)) {
            TrainedModel model = MeasureQuality.train("promotion", """
                    task: uplift
                    target: purchase
                    positive: "1"
                    treatment: {column: Promotion, treated: "Yes", control: "No"}
                    exclude: [ID]
                    """, parts.learned());
            double[] uplift = model.answers(parts.measured());
            double[] sorted = uplift.clone();
            Arrays.sort(sorted);
            List<String> figures = new ArrayList<>();
            for (double share : SHARES) {
                double bound = sorted[(int) ((1 - share) * sorted.length)];
                figures.add(promotion(parts.measured(), uplift, bound, "best " + Math.round(100 * share) + " %"));
            }
            figures.add(promotion(parts.measured(), uplift, PROMOTION / SALE, "where it pays"));
            say(set, parts.how(), model, parts.measured(), figures);
        }
    }

    /** The incremental response rate, and the revenue scaled to the part that was kept aside (41,650 customers). */
    private static String promotion(Table table, double[] uplift, double bound, String which) {
        double[] counts = new double[4];
        double[] happened = numbers(table, "purchase");
        for (int row = 0; row < uplift.length; row++) {
            if (uplift[row] >= bound) {
                int arm = "Yes".equals(table.require("Promotion", "Starbucks").text(row)) ? 0 : 2;
                counts[arm]++;
                counts[arm + 1] += happened[row];
            }
        }
        double scaled = 41_650.0 / uplift.length;
        return which + ": " + figure("IRR", counts[1] / counts[0] - counts[3] / counts[2]) + ", "
                + figure("NIR", scaled * (SALE * counts[1] - PROMOTION * counts[0] - SALE * counts[3])) + ", "
                + figure("sent", (counts[0] + counts[2]) / uplift.length);
    }

    /** With {@code truth.csv.gz} (customer, p0, p1, expected_basket) beside the set the profit is known. */
    void voucher(Path set) {
        for (Parts parts : Parts.of(set, "customer_id", times)) {
            TrainedModel model = MeasureQuality.train("voucher", """
                    task: uplift
                    target: purchase
                    positive: "1"
                    treatment: {column: voucher, treated: "1", control: "0"}
                    exclude: [customer_id, basket_eur]
                    """, parts.learned());
            Path truth = set.resolve("truth.csv.gz");
            say(
                    set,
                    parts.how(),
                    model,
                    parts.measured(),
                    Files.exists(truth) ? profit(new ReadCsv().read(truth), model, parts.measured()) : List.of());
        }
    }

    private static List<String> profit(Table truth, TrainedModel model, Table measured) {
        double[] without = numbers(truth, "p0");
        double[] with = numbers(truth, "p1");
        double[] basket = numbers(truth, "expected_basket");
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < truth.rows(); row++) {
            rows.put(String.valueOf(truth.columns().getFirst().text(row)), row);
        }
        double[] uplift = model.answers(measured);
        double[][] codes = model.coded(measured);
        Member treated = Objects.requireNonNull(model.members().get(Member.TREATED));
        double best = 0;
        double everybody = 0;
        double ours = 0;
        double sent = 0;
        double wasted = 0;
        for (int row = 0; row < uplift.length; row++) {
            int known = Objects.requireNonNull(rows.get(
                    String.valueOf(measured.require("customer_id", "Vouchers").text(row))));
            double gain = (with[known] - without[known]) * MARGIN * basket[known] - with[known] * REDEEMED - PROMOTION;
            best += Math.max(0, gain);
            everybody += gain;
            if (uplift[row] * MARGIN * basket[known] > treated.answer(codes[row]) * REDEEMED + PROMOTION) {
                ours += gain;
                sent++;
                wasted += gain < 0 ? 1 : 0;
            }
        }
        return List.of(
                figure("share of the oracle's profit", ours / best),
                figure("everybody", everybody / best),
                figure("sent", sent / uplift.length),
                figure("wasted", wasted / Math.max(1, sent)));
    }

    private static double[] numbers(Table table, String column) {
        return IntStream.range(0, table.rows())
                .mapToDouble(row -> table.require(column, "Uplifts").number(row, NumberForm.PLAIN))
                .toArray();
    }

    private static void say(Path set, String how, TrainedModel model, Table measured, List<String> more) {
        Evaluation.Uplifts on = (Evaluation.Uplifts) model.evaluate(measured);
        Evaluation.Uplifts own = (Evaluation.Uplifts) model.report().evaluation();
        List<String> figures = new ArrayList<>(List.of(
                figure("Qini", on.qini().value()),
                figure("from", on.qini().low()),
                figure("to", on.qini().high()),
                "evidence " + own.targetingHelps(),
                figure("out of fold", own.qini().value()),
                figure("from", own.qini().low()),
                model.report().candidates().stream()
                        .sorted(Comparator.comparing(candidate -> -candidate.loss()))
                        .map(candidate -> candidate.learner().replaceAll("[^a-z ,]+", "") + " "
                                + Math.round(1000 * candidate.loss()) / 1000.0)
                        .toList()
                        .toString()));
        figures.addAll(more);
        figures.add(figure("s", model.report().seconds()));
        MeasureQuality.say(set.getFileName().toString(), how, figures);
    }
}
