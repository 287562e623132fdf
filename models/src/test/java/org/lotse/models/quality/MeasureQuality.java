package org.lotse.models.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lotse.models.TrainModel;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ReadDefinition;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.signal.Table;
import org.lotse.models.training.Progress;

/**
 * Measures the defaults on the data sets of a folder and prints one line for each figure: {@code mvn -Pbench-quality -pl models -am
 * test-compile -Dquality.folder=FOLDER -Dquality.sets=telco-churn,hillstrom}. A set that is not there is passed over.
 */
public final class MeasureQuality {
    private static final String TELCO = "telco-churn";
    private static final String BANK = "bank-marketing-additional";
    private static final String LEADS = "lead-scoring";
    private static final String CHURN = "target: Churn\npositive: \"Yes\"";
    private static final String DEPOSIT = "target: y\npositive: \"yes\"\nexclude: [row_id, duration]";
    private static final String LEAD = "target: Converted\npositive: \"1\"";

    private final Path folder;
    private final int times;

    private MeasureQuality(Path folder, int times) {
        this.folder = folder;
        this.times = times;
    }

    /** A measurement of one data set. */
    private interface Measure {
        void run(Path set);
    }

    /**
     * @param args the folder; which sets, separated by commas, or "all"; how often parts are drawn
     */
    public static void main(String[] args) {
        Set<String> wanted = args.length < 2 || "all".equals(args[1]) ? Set.of() : Set.of(args[1].split(","));
        MeasureQuality measure = new MeasureQuality(Path.of(args[0]), args.length < 3 ? 1 : Integer.parseInt(args[2]));
        measure.all().forEach((what, run) -> {
            Path set = measure.folder.resolve(what.replaceFirst("^.*:", ""));
            if ((wanted.isEmpty() || wanted.contains(what)) && Files.isDirectory(set)) {
                run.run(set);
            }
        });
    }

    private Map<String, Measure> all() {
        Map<String, Measure> all = new LinkedHashMap<>();
        Chances chances = new Chances(times);
        all.put(TELCO, set -> chances.measure(set, "customerID", CHURN));
        all.put(BANK, set -> chances.measure(set, "row_id", DEPOSIT));
        all.put("bank-marketing-full", set -> chances.measure(set, "row_id", DEPOSIT));
        all.put(LEADS, set -> chances.measure(set, "Lead Number", LEAD));
        all.put(
                "crm-pipeline",
                set -> chances.measure(
                        set,
                        "opportunity_id",
                        "target: deal_stage\npositive: Won\nexclude: [opportunity_id, close_date, close_value, close_quarter]",
                        "deal_stage",
                        "Won|Lost"));
        all.put(
                "medical-noshow",
                set -> chances.measure(set, "PatientId", "target: No-show\npositive: \"Yes\"\nexclude: [row_id]"));
        all.put("airline-tweets", set -> chances.classes(set, "text", "target: airline_sentiment\ntext: text"));
        all.put("germeval2017-bahn", set -> chances.classes(set, "row_id", "target: sentiment\ntext: text"));
        Uplifts uplifts = new Uplifts(times);
        all.put("hillstrom", uplifts::hillstrom);
        all.put("starbucks-promo", uplifts::starbucks);
        all.put("voucher-semisynth", uplifts::voucher);
        CustomerValues values = new CustomerValues(times);
        all.put(
                "cdnow",
                set -> values.measure(set, "customer_id", "customer: customer_id\ndate: date\namount: spend", 39 * 7));
        all.put("online-retail", set -> values.measure(set, "CustomerID", "", 183));
        all.put("reach-synth", Slots::measure);
        FewRows few = new FewRows(times);
        all.put("few:" + TELCO, set -> few.measure(set, CHURN));
        all.put("few:" + LEADS, set -> few.measure(set, LEAD));
        all.put("few:" + BANK, set -> few.measure(set, DEPOSIT));
        all.put("speed:" + BANK, set -> Speed.measure(set, DEPOSIT));
        return all;
    }

    static TrainedModel train(String name, String text, Table table) {
        ModelDefinition definition = new ReadDefinition().read("measured", "name: " + name + "\n" + text + "\n");
        return new TrainModel().train(definition, table, Progress.SILENT, Clock.systemUTC());
    }

    static void say(String set, String how, List<String> figures) {
        System.out.println("| " + set + " | " + how + " | " + String.join("; ", figures) + " |");
    }

    static String figure(String name, double value) {
        return name + " "
                + (Math.abs(value) >= 10
                        ? String.format(Locale.ROOT, "%.1f", value)
                        : String.format(Locale.ROOT, "%.4f", value));
    }
}
